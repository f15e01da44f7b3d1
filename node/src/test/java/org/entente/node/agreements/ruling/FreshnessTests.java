package org.entente.node.agreements.ruling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.node.agreements.TestEntentes.IDENTITY;
import static org.entente.node.agreements.TestEntentes.NOW;
import static org.entente.node.agreements.TestEntentes.citizenServices;
import static org.entente.node.agreements.TestEntentes.entente;
import static org.entente.node.agreements.TestEntentes.etatCivil;
import static org.entente.node.agreements.TestEntentes.inForce;
import static org.entente.node.agreements.TestGovernment.BRITISH_COLUMBIA;
import static org.entente.node.agreements.TestGovernment.QUEBEC;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.entente.node.agreements.Question;
import org.entente.node.agreements.Ruling;
import org.entente.node.agreements.RulingStep;
import org.entente.node.agreements.document.Entente;
import org.entente.protocols.dcql.ClaimPath;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** Who has heard nothing for longer than a clause sets does not know what was suspended, and accepts nothing. */
class FreshnessTests {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Question ARRIVAL = question(etatCivil());

    @Test
    void refuses_what_was_confirmed_longer_ago_than_the_clause_sets() {
        HeldEntente held = HeldEntente.known(inForce()).confirmedAt(NOW);
        assertThat(rule(held, NOW.plus(HOUR))).isInstanceOf(Ruling.Permitted.class);

        Ruling late = rule(held, NOW.plus(HOUR).plusSeconds(1));

        assertRefused(late);
        assertThat(late.reason().en()).startsWith("For longer than the clause allows");
        assertThat(late.reason().fr()).startsWith("Depuis plus longtemps que la clause");
        assertThat(late.toJson().path("step").asString()).isEqualTo("freshness");
        assertRefused(
                Rulings.rule(ARRIVAL.asking(), List.of(held), NOW.plus(HOUR).plusSeconds(1)));
    }

    @Test
    void what_the_depositary_ordered_confirms_what_was_before() {
        HeldEntente held = HeldEntente.known(inForce()).confirmedAt(Instant.MIN);
        Instant ordered = held.state().at();
        assertThat(rule(held, ordered.plus(HOUR))).isInstanceOf(Ruling.Permitted.class);
        assertRefused(rule(held, ordered.plus(HOUR).plusSeconds(1)));
    }

    @Test
    void the_stricter_of_clause_and_service_level_counts() {
        Entente strict = entente(draft -> ((ObjectNode) draft.at("/clauses/5")).put("status_freshness_seconds", 600));
        HeldEntente held =
                HeldEntente.known(inForce(strict, QUEBEC, BRITISH_COLUMBIA)).confirmedAt(NOW);
        assertThat(rule(held, NOW.plusSeconds(600))).isInstanceOf(Ruling.Permitted.class);
        assertRefused(rule(held, NOW.plusSeconds(601)));
    }

    @Test
    void what_a_government_accepts_of_its_own_needs_nobody_elses_word() {
        Entente own = entente(draft -> ((ObjectNode) draft.at("/clauses/0")).put("issuers", "all-parties"));
        HeldEntente held =
                HeldEntente.known(inForce(own, QUEBEC, BRITISH_COLUMBIA)).confirmedAt(NOW);
        assertThat(Rulings.rule(question(citizenServices()), List.of(held), NOW.plus(HOUR.multipliedBy(5))))
                .isInstanceOf(Ruling.Permitted.class);
        assertRefused(rule(held, NOW.plus(HOUR.multipliedBy(5))));
    }

    @Test
    void nobody_is_named_to_a_wallet_whose_credentials_would_be_refused() {
        HeldEntente held = HeldEntente.known(inForce()).confirmedAt(NOW);
        assertThat(Rulings.recognised(citizenServices(), IDENTITY, List.of(held), NOW.plus(HOUR)))
                .isNotEmpty();
        assertThat(Rulings.recognised(citizenServices(), IDENTITY, List.of(held), NOW.plus(HOUR.multipliedBy(2))))
                .isEmpty();
    }

    private static Ruling rule(HeldEntente held, Instant at) {
        return Rulings.rule(ARRIVAL, List.of(held), at);
    }

    private static Question question(URI issuer) {
        return new Question(citizenServices(), "arrival", IDENTITY, issuer, Set.of(ClaimPath.of("name")));
    }

    private static void assertRefused(Ruling ruling) {
        assertThat(ruling)
                .isInstanceOfSatisfying(
                        Ruling.Refused.class,
                        refused -> assertThat(refused.step()).isEqualTo(RulingStep.FRESHNESS));
    }
}
