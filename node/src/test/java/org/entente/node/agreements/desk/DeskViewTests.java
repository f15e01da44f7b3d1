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
import org.entente.node.agreements.decide.Decision;
import org.entente.node.agreements.decide.FirstWord;
import org.entente.node.agreements.document.Signatures;
import org.entente.node.agreements.held.Held;
import org.entente.node.agreements.held.Part;
import org.entente.node.agreements.life.ActJson;
import org.entente.node.agreements.life.EntenteState;
import org.entente.node.kernel.Actor;
import org.entente.node.kernel.PersonId;
import org.entente.protocols.jose.PublicJwk;
import org.entente.protocols.json.Json;
import org.junit.jupiter.api.Test;

class DeskViewTests {
    @Test
    void of_a_contradicted_party_both_thumbprints_are_shown_to_be_compared() {
        EntenteState chain = TestEntentes.inForce();
        Held held = held(chain, Set.of("CA-BC"));
        var reader = new DeskView.Reader(
                QUEBEC.entity(),
                new Actor.Officer(new PersonId(UUID.randomUUID())),
                List.of(),
                Map.of(BRITISH_COLUMBIA.entity(), ONTARIO.facts().keys()),
                Optional.empty());

        assertThat(DeskView.of(held, reader, Optional.empty(), NOW).contradicted())
                .singleElement()
                .satisfies(party -> {
                    assertThat(party.name().fr()).isEqualTo("Colombie-Britannique");
                    assertThat(party.stated()).isEqualTo(thumbprints(BRITISH_COLUMBIA));
                    assertThat(party.known()).isEqualTo(thumbprints(ONTARIO));
                });
    }

    @Test
    void a_word_for_lifting_what_has_ended_is_shown_so_that_it_can_be_taken_back() {
        EntenteState chain = TestEntentes.inForce();
        String ended = TestEntentes.named("CA-BC.suspend-1");
        FirstWord word = new FirstWord(
                UUID.randomUUID(),
                new Decision(
                        Decision.Kind.LIFT,
                        chain.entente().name() + "/" + ended,
                        Json.write(ActJson.lift(ended).members())),
                "person 1",
                NOW);
        var officer = new Actor.Officer(new PersonId(UUID.randomUUID()));
        var reader = new DeskView.Reader(QUEBEC.entity(), officer, List.of(word), Map.of(), Optional.empty());

        assertThat(DeskView.of(held(chain, Set.of()), reader, Optional.empty(), NOW)
                        .askedHere())
                .singleElement()
                .satisfies(asked -> {
                    assertThat(asked.what()).isEqualTo("ended");
                    assertThat(asked.word().id()).isEqualTo(word.id());
                    assertThat(asked.party().fr()).isEqualTo("Colombie-Britannique");
                });
    }

    private static Held held(EntenteState chain, Set<String> contradicted) {
        return new Held(
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
                contradicted,
                Map.of());
    }

    private static List<String> thumbprints(TestGovernment government) {
        return government.facts().keys().keys().stream()
                .map(PublicJwk::thumbprint)
                .toList();
    }
}
