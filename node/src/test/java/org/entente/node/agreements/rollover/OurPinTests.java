package org.entente.node.agreements.rollover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.node.agreements.TestEntentes.NOW;
import static org.entente.node.agreements.TestEntentes.act;
import static org.entente.node.agreements.TestEntentes.applied;
import static org.entente.node.agreements.TestEntentes.ordered;
import static org.entente.node.agreements.TestGovernment.BRITISH_COLUMBIA;
import static org.entente.node.agreements.TestGovernment.QUEBEC;

import java.time.Duration;
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
import org.entente.node.agreements.held.Recorded;
import org.entente.node.agreements.held.Standing;
import org.entente.node.agreements.life.ActJson;
import org.entente.node.agreements.life.EntenteState;
import org.entente.node.agreements.life.Transition;
import org.entente.protocols.jose.Jwks;
import org.junit.jupiter.api.Test;

/** A key is given up for good only by what others hold, too. */
class OurPinTests {
    private static final EntenteState FIRST = TestEntentes.inForce();
    private static final Transition LAST =
            ordered(FIRST, act(BRITISH_COLUMBIA, "withdraw1", FIRST, ActJson.withdraw()));
    private static final EntenteState CHAIN = applied(FIRST, LAST);
    private static final Standing AGREES = Standing.at(LAST, NOW);
    private static final Standing ELSEWHERE = new Standing(LAST.number(), "A".repeat(43), NOW, false);

    @Test
    void what_nobody_has_shown_since_it_came_is_not_settled() {
        OurPin pin = pin(BRITISH_COLUMBIA, AGREES);
        assertThat(pin.isSettled(Instant.MIN)).isFalse();
        assertThat(pin.isSettled(NOW)).isFalse();
        assertThat(pin.isSettled(NOW.plusSeconds(1))).isTrue();
    }

    @Test
    void what_another_contradicts_is_not_settled_however_late_it_was_confirmed() {
        assertThat(pin(BRITISH_COLUMBIA, ELSEWHERE).isSettled(NOW.plusSeconds(1)))
                .isFalse();
    }

    @Test
    void who_orders_needs_nobody_to_say_what_it_ordered() {
        assertThat(pin(QUEBEC, AGREES).isSettled(Instant.MIN)).isTrue();
    }

    @Test
    void an_entente_that_does_not_follow_holds_the_others_up_for_a_week_and_no_longer() {
        Aim aim = new Aim(Jwks.of(QUEBEC.publicKey()), false, NOW.plusSeconds(60));
        OurPin pin = pin(BRITISH_COLUMBIA, AGREES);
        Instant end = aim.since().plus(Following.PATIENCE);
        assertThat(Following.of(pin, aim, Instant.MIN, end.minusSeconds(1))).isEqualTo(Following.WAITS);
        assertThat(Following.of(pin, aim, Instant.MIN, end)).isEqualTo(Following.WITHOUT);
        assertThat(Following.of(pin(BRITISH_COLUMBIA, ELSEWHERE), aim, end, end.minusSeconds(1)))
                .isEqualTo(Following.OUT_OF_STEP);
        assertThat(Following.of(pin(BRITISH_COLUMBIA, ELSEWHERE), aim, end, end).holdsUp())
                .isFalse();
    }

    @Test
    void an_entente_that_has_just_been_concluded_has_a_week_of_its_own() {
        Aim longAgo = new Aim(Jwks.of(QUEBEC.publicKey()), false, NOW.minus(Duration.ofDays(300)));
        assertThat(Following.of(pin(BRITISH_COLUMBIA, AGREES), longAgo, Instant.MIN, NOW.plusSeconds(60)))
                .isEqualTo(Following.WAITS);
    }

    @Test
    void what_it_pins_counts_once_others_have_shown_it() {
        Aim aim = new Aim(Jwks.of(BRITISH_COLUMBIA.publicKey()), false, NOW);
        OurPin pin = pin(BRITISH_COLUMBIA, AGREES);
        assertThat(Following.of(pin, aim, Instant.MIN, NOW.plusSeconds(1))).isEqualTo(Following.UNCONFIRMED);
        assertThat(Following.of(pin, aim, NOW.plusSeconds(1), NOW.plusSeconds(1)))
                .isEqualTo(Following.SETTLED);
    }

    @Test
    void an_entente_whose_term_is_over_pins_nothing_that_anybody_waits_for() {
        Instant over = NOW.plusSeconds(3600);
        EntenteState brief = TestEntentes.inForce(
                TestEntentes.entente(draft -> draft.putObject("term")
                        .put("from", NOW.minusSeconds(60).toString())
                        .put("until", over.toString())),
                QUEBEC,
                BRITISH_COLUMBIA);
        OurPin pin = pin(QUEBEC, AGREES, brief);
        assertThat(pin.keys(over.minusSeconds(1))).contains(Jwks.of(QUEBEC.publicKey()));
        assertThat(pin.keys(over)).isEmpty();
        assertThat(pin.named(over)).contains(QUEBEC.publicKey());
    }

    private static OurPin pin(TestGovernment us, Standing other) {
        return pin(us, other, CHAIN);
    }

    private static OurPin pin(TestGovernment us, Standing other, EntenteState chain) {
        Held held = new Held(
                chain.entente(),
                Part.SIGNED,
                List.of(),
                Signatures.none(chain.entente()),
                List.of(new Recorded(LAST, NOW, chain), new Recorded(LAST, NOW, chain)),
                chain,
                Optional.empty(),
                Map.of(),
                List.of(),
                Set.of(),
                Set.of(),
                Map.of(us.equals(QUEBEC) ? "CA-BC" : "CA-QC", other));
        return new OurPin(held, us.entity());
    }
}
