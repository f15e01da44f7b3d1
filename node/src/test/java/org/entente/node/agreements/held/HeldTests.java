package org.entente.node.agreements.held;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.node.agreements.TestEntentes.NOW;
import static org.entente.node.agreements.TestEntentes.applied;
import static org.entente.node.agreements.TestEntentes.entente;
import static org.entente.node.agreements.TestEntentes.entryIntoForce;
import static org.entente.node.agreements.TestEntentes.heard;
import static org.entente.node.agreements.TestEntentes.ordered;
import static org.entente.node.agreements.TestEntentes.recorded;
import static org.entente.node.agreements.TestEntentes.suspend;
import static org.entente.node.agreements.TestEntentes.wholeOf;
import static org.entente.node.agreements.TestGovernment.BRITISH_COLUMBIA;
import static org.entente.node.agreements.TestGovernment.QUEBEC;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.entente.node.agreements.TestEntentes;
import org.entente.node.agreements.document.Entente;
import org.entente.node.agreements.document.Signatures;
import org.entente.node.agreements.life.ActJson;
import org.entente.node.agreements.life.EntenteState;
import org.entente.node.agreements.life.Heard;
import org.entente.node.agreements.life.SignedAct;
import org.entente.node.agreements.life.Suspension;
import org.entente.node.agreements.life.Transition;
import org.junit.jupiter.api.Test;

/** What is judged of a moment that is over: what held then, whatever the depositary ordered when. */
class HeldTests {
    private final Entente entente = entente();
    private final Transition entry = entryIntoForce(entente, QUEBEC, BRITISH_COLUMBIA);
    private final EntenteState entered = applied(EntenteState.of(entente), entry);
    private final SignedAct suspension = act("suspend-1", 300, suspend(wholeOf(BRITISH_COLUMBIA)));

    @Test
    void a_lift_counts_from_when_it_was_signed_and_not_a_minute_before() {
        EntenteState suspended = applied(entered, ordered(entered, suspension));
        SignedAct lift = act("lift-0001", -5, ActJson.lift(suspension.name()));
        Held held = held(suspended, List.of(lift), ordered(entered, suspension));

        assertThat(suspendedAt(held, NOW)).isTrue();
        assertThat(suspendedAt(held, NOW.plusSeconds(5))).isFalse();
    }

    @Test
    void an_own_suspension_counts_from_when_it_was_signed_though_it_was_ordered_later() {
        EntenteState suspended = applied(entered, ordered(entered, suspension));
        Held late = held(suspended, List.of(), ordered(entered, suspension));
        Held waiting = held(entered, List.of(suspension));

        for (Held held : List.of(late, waiting)) {
            assertThat(suspendedAt(held, NOW.minusSeconds(301))).isFalse();
            assertThat(suspendedAt(held, NOW.minusSeconds(300))).isTrue();
            assertThat(suspendedAt(held, NOW.plusSeconds(1))).isTrue();
        }
    }

    @Test
    void what_is_dated_back_counts_from_no_longer_ago_than_it_can_have_been_on_its_way() {
        EntenteState suspended = applied(entered, ordered(entered, suspension));
        Transition stopped = ordered(entered, suspension);
        Instant month = NOW.plus(Duration.ofDays(30));
        SignedAct lift = act("lift-0001", -5, ActJson.lift(suspension.name()));
        Held lifted = held(suspended, List.of(), stopped, orderedAt(month, suspended, lift));
        SignedAct again = act("suspend-2", -5, suspend(wholeOf(BRITISH_COLUMBIA)));
        Held stoppedLate = held(entered, List.of(), orderedAt(month, entered, again));

        assertThat(suspendedAt(lifted, NOW.plus(Duration.ofDays(22)))).isTrue();
        assertThat(suspendedAt(lifted, NOW.plus(Duration.ofDays(23)))).isFalse();
        assertThat(suspendedAt(stoppedLate, NOW.plus(Duration.ofDays(22)))).isFalse();
        assertThat(suspendedAt(stoppedLate, NOW.plus(Duration.ofDays(23)))).isTrue();
    }

    @Test
    void what_waits_counts_from_no_longer_before_we_heard_of_it_than_it_can_have_been_on_its_way() {
        SignedAct ancient = act("suspend-2", 86_400 * 365, suspend(wholeOf(BRITISH_COLUMBIA)));
        Held told = awaiting(entered, new Heard(ancient, NOW.plus(Duration.ofDays(30))));

        assertThat(suspendedAt(told, NOW.plus(Duration.ofDays(22)))).isFalse();
        assertThat(suspendedAt(told, NOW.plus(Duration.ofDays(23)))).isTrue();
        assertThat(told.state().suspensions().values())
                .extracting(Suspension::since)
                .containsExactly(NOW.plus(Duration.ofDays(23)));
    }

    @Test
    void what_waits_counts_from_when_we_heard_of_it_though_its_party_writes_a_time_to_come() {
        SignedAct ahead = act("suspend-2", -50, suspend(wholeOf(BRITISH_COLUMBIA)));
        Held told = awaiting(entered, new Heard(ahead, NOW));

        assertThat(suspendedAt(told, NOW.minusSeconds(1))).isFalse();
        assertThat(suspendedAt(told, NOW)).isTrue();
    }

    @Test
    void that_the_depositary_orders_it_changes_nothing_about_since_when_a_party_has_stopped_its_part() {
        Held waiting = held(entered, List.of(suspension));
        EntenteState suspended = applied(entered, ordered(entered, suspension));

        assertThat(suspended.suspensions().values())
                .extracting(Suspension::since)
                .containsExactly(NOW.minusSeconds(300));
        assertThat(waiting.state().suspensions().values())
                .extracting(Suspension::since)
                .containsExactly(NOW.minusSeconds(300));
    }

    @Test
    void now_an_act_counts_though_its_partys_clock_is_ahead() {
        SignedAct ahead = act("suspend-2", -30, suspend(wholeOf(BRITISH_COLUMBIA)));

        assertThat(held(entered, List.of(ahead))
                        .forRulingsAt(NOW, NOW, NOW)
                        .state()
                        .suspensions())
                .isNotEmpty();
    }

    @Test
    void a_party_that_left_is_no_concern_of_ours_once_nothing_of_it_is_recognised() {
        Transition leaves = ordered(entered, act("withdraw-1", 5, ActJson.withdraw()));
        Held held = held(applied(entered, leaves), List.of(), leaves);

        assertThat(held.concerns(BRITISH_COLUMBIA.entity(), NOW)).isTrue();
        assertThat(held.concerns(BRITISH_COLUMBIA.entity(), NOW.plus(Duration.ofDays(3650))))
                .isFalse();
        assertThat(held.party(BRITISH_COLUMBIA.entity())).isPresent();
    }

    private boolean suspendedAt(Held held, Instant moment) {
        return !held.forRulingsAt(moment, NOW.plus(Duration.ofDays(31)), NOW)
                .state()
                .suspensions()
                .isEmpty();
    }

    private static Transition orderedAt(Instant at, EntenteState state, SignedAct act) {
        return Transition.order(QUEBEC, state, new Transition.Content.Acts(List.of(act)), at);
    }

    private SignedAct act(String id, long secondsBefore, ActJson.Written written) {
        return TestEntentes.sign(
                BRITISH_COLUMBIA, id, entered, BRITISH_COLUMBIA.key(), NOW.minusSeconds(secondsBefore), written);
    }

    private Held awaiting(EntenteState chain, Heard... waiting) {
        return held(chain, List.of(waiting), List.of(entry));
    }

    private Held held(EntenteState chain, List<SignedAct> pending, Transition... after) {
        return held(
                chain,
                heard(pending.toArray(SignedAct[]::new)),
                Stream.concat(Stream.of(entry), Stream.of(after)).toList());
    }

    private Held held(EntenteState chain, List<Heard> waiting, List<Transition> transitions) {
        return new Held(
                entente,
                Part.SIGNED,
                List.of(),
                Signatures.none(entente),
                recorded(entente, transitions),
                chain,
                Optional.empty(),
                Map.of(entente.hash(), entente),
                waiting,
                Set.of(),
                Set.of(),
                Map.of());
    }
}
