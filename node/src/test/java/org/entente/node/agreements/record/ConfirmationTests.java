package org.entente.node.agreements.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.node.agreements.TestEntentes.NOW;
import static org.entente.node.agreements.TestGovernment.BRITISH_COLUMBIA;
import static org.entente.node.agreements.TestGovernment.NUNAVUT;
import static org.entente.node.agreements.TestGovernment.QUEBEC;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entente.node.agreements.TestEntentes;
import org.entente.node.agreements.TestGovernment;
import org.entente.node.agreements.document.Signatures;
import org.entente.node.agreements.held.Held;
import org.entente.node.agreements.held.Part;
import org.entente.node.agreements.life.EntenteState;
import org.junit.jupiter.api.Test;

class ConfirmationTests {
    private static final Instant EARLIER = NOW.minusSeconds(30);
    private static final EntenteState THREE =
            TestEntentes.inForce(TestEntentes.entente(TestEntentes::withThirdParty), QUEBEC, BRITISH_COLUMBIA, NUNAVUT);

    @Test
    void the_depositarys_word_suffices_and_without_it_that_of_half_of_the_others() {
        assertThat(heardBy(BRITISH_COLUMBIA, THREE, Map.of("CA-QC", EARLIER))).contains(EARLIER);
        assertThat(heardBy(BRITISH_COLUMBIA, THREE, Map.of("CA-NU", EARLIER))).contains(EARLIER);
        assertThat(heardBy(BRITISH_COLUMBIA, THREE, Map.of())).isEmpty();
        assertThat(heardBy(QUEBEC, THREE, Map.of("CA-BC", EARLIER))).contains(EARLIER);
        assertThat(heardBy(QUEBEC, THREE, Map.of())).as("the depositary, too").isEmpty();
    }

    @Test
    void the_latest_word_counts_whoever_gave_it() {
        assertThat(heardBy(BRITISH_COLUMBIA, THREE, Map.of("CA-QC", EARLIER, "CA-NU", NOW)))
                .contains(NOW);
        assertThat(heardBy(BRITISH_COLUMBIA, THREE, Map.of("CA-QC", NOW, "CA-NU", EARLIER)))
                .contains(NOW);
    }

    @Test
    void where_there_are_two_parties_the_one_needs_the_other() {
        EntenteState two = TestEntentes.inForce();
        assertThat(heardBy(QUEBEC, two, Map.of("CA-BC", EARLIER))).contains(EARLIER);
        assertThat(heardBy(QUEBEC, two, Map.of())).isEmpty();
        assertThat(heardBy(BRITISH_COLUMBIA, two, Map.of())).isEmpty();
    }

    private static Optional<Instant> heardBy(TestGovernment us, EntenteState chain, Map<String, Instant> seen) {
        Held held = new Held(
                chain.entente(),
                Part.SIGNED,
                List.of(),
                Signatures.none(chain.entente()),
                List.of(),
                chain,
                Optional.empty(),
                Map.of(),
                List.of(),
                Set.of(),
                Set.of(),
                Map.of());
        return Confirmation.at(held, us.entity(), seen, NOW);
    }
}
