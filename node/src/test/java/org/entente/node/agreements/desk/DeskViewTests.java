package org.entente.node.agreements.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.node.agreements.TestEntentes.NOW;
import static org.entente.node.agreements.TestGovernment.BRITISH_COLUMBIA;
import static org.entente.node.agreements.TestGovernment.ONTARIO;
import static org.entente.node.agreements.TestGovernment.QUEBEC;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.entente.node.agreements.TestEntentes;
import org.entente.node.agreements.TestGovernment;
import org.entente.node.agreements.document.Signatures;
import org.entente.node.agreements.held.Held;
import org.entente.node.agreements.held.Part;
import org.entente.node.agreements.life.EntenteState;
import org.entente.node.kernel.Actor;
import org.entente.node.kernel.PersonId;
import org.entente.protocols.jose.PublicJwk;
import org.junit.jupiter.api.Test;

class DeskViewTests {
    @Test
    void of_a_contradicted_party_both_thumbprints_are_shown_to_be_compared() {
        EntenteState chain = TestEntentes.inForce();
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
                Set.of("CA-BC"),
                Map.of());
        var reader = new DeskView.Reader(
                QUEBEC.entity(),
                new Actor.Officer(new PersonId(UUID.randomUUID())),
                List.of(),
                Map.of(BRITISH_COLUMBIA.entity(), ONTARIO.facts().keys()));

        assertThat(DeskView.of(held, reader, Optional.empty(), NOW).contradicted())
                .singleElement()
                .satisfies(party -> {
                    assertThat(party.name().fr()).isEqualTo("Colombie-Britannique");
                    assertThat(party.stated()).isEqualTo(thumbprints(BRITISH_COLUMBIA));
                    assertThat(party.known()).isEqualTo(thumbprints(ONTARIO));
                });
    }

    private static List<String> thumbprints(TestGovernment government) {
        return government.facts().keys().keys().stream()
                .map(PublicJwk::thumbprint)
                .toList();
    }
}
