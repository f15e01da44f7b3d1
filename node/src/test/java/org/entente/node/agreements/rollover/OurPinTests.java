package org.entente.node.agreements.rollover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.node.agreements.TestEntentes.NOW;
import static org.entente.node.agreements.TestEntentes.act;
import static org.entente.node.agreements.TestEntentes.applied;
import static org.entente.node.agreements.TestEntentes.ordered;
import static org.entente.node.agreements.TestGovernment.BRITISH_COLUMBIA;
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
import org.entente.node.agreements.held.Recorded;
import org.entente.node.agreements.held.Standing;
import org.entente.node.agreements.life.ActJson;
import org.entente.node.agreements.life.EntenteState;
import org.entente.node.agreements.life.Transition;
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

    private static OurPin pin(TestGovernment us, Standing other) {
        Held held = new Held(
                CHAIN.entente(),
                Part.SIGNED,
                List.of(),
                Signatures.none(CHAIN.entente()),
                List.of(new Recorded(LAST, NOW), new Recorded(LAST, NOW)),
                CHAIN,
                Optional.empty(),
                Map.of(),
                List.of(),
                Set.of(),
                Map.of(us.equals(QUEBEC) ? "CA-BC" : "CA-QC", other));
        return new OurPin(held, us.entity());
    }
}
