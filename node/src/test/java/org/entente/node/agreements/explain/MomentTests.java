package org.entente.node.agreements.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.node.agreements.TestEntentes.IDENTITY;
import static org.entente.node.agreements.TestEntentes.NOW;
import static org.entente.node.agreements.TestEntentes.citizenServices;
import static org.entente.node.agreements.TestEntentes.etatCivil;
import static org.entente.node.agreements.TestEntentes.inForce;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.entente.node.agreements.ProofOutcome;
import org.entente.node.agreements.ProofStep;
import org.entente.node.agreements.Question;
import org.entente.node.agreements.Ruling;
import org.entente.node.agreements.held.Pace;
import org.entente.node.agreements.ruling.HeldEntente;
import org.entente.protocols.dcql.ClaimPath;
import org.junit.jupiter.api.Test;

/** What is said of another day than today. */
class MomentTests {
    private static final Instant IN_TWO_DAYS = NOW.plus(Duration.ofDays(2));

    @Test
    void of_a_day_that_comes_what_is_fixed_is_judged_and_the_rest_is_said_to_be_unknown() {
        Explanation ahead = on(IN_TWO_DAYS, "name");
        assertThat(ahead.holds()).as("nobody knows what will be suspended").isFalse();
        assertThat(ahead.path().firstFailed()).isEmpty();
        assertThat(unseen(ahead)).containsExactly("status-list", "freshness");
        assertThat(ahead.toJson().at("/unknown/en").asString()).startsWith("That day has not come.");
        assertThat(ahead.toJson().at("/unknown/fr").asString()).startsWith("Ce jour n’est pas venu.");
        assertThat(ahead.toJson().at("/ruling/step").asString()).isEqualTo("freshness");
        assertThat(on(IN_TWO_DAYS, "place_of_birth").fault()).contains(Fault.BEYOND_MAXIMUM);
    }

    @Test
    void of_a_day_that_is_over_nobody_says_what_an_issuer_published_then() {
        Explanation over = on(NOW.minus(Duration.ofMinutes(30)), "name");
        assertThat(over.holds()).isFalse();
        assertThat(over.path().firstFailed()).isEmpty();
        assertThat(unseen(over)).containsExactly("metadata", "certificate", "status-list");
        assertThat(over.unknown().orElseThrow().en()).startsWith("That day is over.");
        assertThat(over.ruling()).isInstanceOf(Ruling.Permitted.class);
    }

    private static List<String> unseen(Explanation explanation) {
        return explanation.path().steps().stream()
                .filter(step -> step.outcome() instanceof ProofOutcome.NotReached)
                .map(ProofStep::id)
                .toList();
    }

    /** What is said now of another moment, with evidence at hand that lacks nothing. */
    private static Explanation on(Instant at, String claim) {
        Question question =
                new Question(citizenServices(), "arrival", IDENTITY, etatCivil(), Set.of(ClaimPath.of(claim)));
        HeldEntente held = HeldEntente.known(inForce()).confirmedAt(NOW);
        Subject subject = new Subject(held, Pace.IN_STEP, List.of(), Instant.MAX, List.of());
        return ExplainOne.explain(subject, question, new Moment(at, NOW), TestKnown.ALL);
    }
}
