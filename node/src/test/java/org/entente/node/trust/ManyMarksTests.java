package org.entente.node.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import org.entente.node.TestNode;
import org.entente.protocols.federation.EntityStatement;
import org.entente.protocols.federation.Marks;
import org.junit.jupiter.api.Test;

/** What every reader takes has a limit. */
class ManyMarksTests {
    private static final String MARK = "https://gaspe.example/ententes/marees";

    @Test
    void a_configuration_stays_readable_however_many_marks_an_entity_bears() throws Exception {
        try (TestNode node = TestNode.government("gaspe")) {
            Instant until = Instant.now().plusSeconds(3600);
            for (int i = 0; i < 100; i++) {
                node.bean(TestTideAccreditation.class)
                        .grant(new MarkGrant(URI.create(MARK + i), node.origin(), until, URI.create(MARK)));
            }

            Marks marks = EntityStatement.parse(TestFetch.get(node.origin(), EntityStatement.WELL_KNOWN_PATH)
                            .body())
                    .content()
                    .marks();

            assertThat(marks.own()).hasSize(16);
            assertThat(marks.issuers()).hasSize(Marks.MAX_MARKS);
        }
    }
}
