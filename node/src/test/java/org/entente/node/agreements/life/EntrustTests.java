package org.entente.node.agreements.life;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.node.agreements.TestEntentes.NOW;
import static org.entente.node.agreements.TestEntentes.act;
import static org.entente.node.agreements.TestEntentes.applied;
import static org.entente.node.agreements.TestEntentes.entente;
import static org.entente.node.agreements.TestEntentes.heard;
import static org.entente.node.agreements.TestEntentes.inForce;
import static org.entente.node.agreements.TestEntentes.suspend;
import static org.entente.node.agreements.TestEntentes.wholeOf;
import static org.entente.node.agreements.TestGovernment.BRITISH_COLUMBIA;
import static org.entente.node.agreements.TestGovernment.NUNAVUT;
import static org.entente.node.agreements.TestGovernment.ONTARIO;
import static org.entente.node.agreements.TestGovernment.QUEBEC;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.entente.node.agreements.TestEntentes;
import org.entente.node.agreements.TestGovernment;
import org.entente.protocols.jose.Signer;
import org.junit.jupiter.api.Test;

/** The others may entrust one of them with ordering when the depositary is absent or lies. */
class EntrustTests {
    private static final EntenteState THREE =
            inForce(entente(TestEntentes::withThirdParty), QUEBEC, BRITISH_COLUMBIA, NUNAVUT);

    @Test
    void more_than_half_of_all_entrust_another_which_then_orders_alone() {
        EntenteState after = applied(THREE, ordered(BRITISH_COLUMBIA, THREE, by(BRITISH_COLUMBIA), by(NUNAVUT)));
        assertThat(after.depositary().key()).isEqualTo("CA-BC");
        SignedAct own = act(NUNAVUT, "suspend-1", after, suspend(wholeOf(NUNAVUT)));
        assertRejected(after, ordered(QUEBEC, after, own), Rejection.NOT_BY_DEPOSITARY);
        assertThat(applied(after, ordered(BRITISH_COLUMBIA, after, own)).suspensions())
                .hasSize(1);
    }

    @Test
    void one_alone_entrusts_nobody_nor_does_anybody_but_the_one_who_is_entrusted_take_the_place() {
        assertRejected(THREE, ordered(BRITISH_COLUMBIA, THREE, by(BRITISH_COLUMBIA)), Rejection.NOT_ENTITLED);
        SignedAct[] both = {by(BRITISH_COLUMBIA), by(NUNAVUT)};
        assertRejected(THREE, ordered(NUNAVUT, THREE, both), Rejection.NOT_BY_DEPOSITARY);
        assertRejected(THREE, ordered(QUEBEC, THREE, both), Rejection.NOT_BY_DEPOSITARY);
        assertRejected(
                THREE, ordered(BRITISH_COLUMBIA, THREE, by(BRITISH_COLUMBIA), by(ONTARIO)), Rejection.NOT_A_PARTY);
        SignedAct other = act(NUNAVUT, "entrust-2", THREE, ActJson.entrust("CA-NU", THREE.head()));
        assertRejected(THREE, ordered(BRITISH_COLUMBIA, THREE, by(BRITISH_COLUMBIA), other), Rejection.WRONG_CONTENT);
    }

    @Test
    void where_there_are_two_both_agree() {
        EntenteState two = inForce();
        SignedAct one = act(BRITISH_COLUMBIA, "entrust-1", two, ActJson.entrust("CA-BC", two.head()));
        assertRejected(two, ordered(BRITISH_COLUMBIA, two, one), Rejection.NOT_ENTITLED);
        SignedAct other = act(QUEBEC, "entrust-1", two, ActJson.entrust("CA-BC", two.head()));
        assertThat(applied(two, ordered(BRITISH_COLUMBIA, two, one, other))
                        .depositary()
                        .key())
                .isEqualTo("CA-BC");
    }

    @Test
    void nobody_is_entrusted_who_is_the_depositary_or_no_party_or_after_what_is_not_ours() {
        assertThat(objection(ActJson.entrust("CA-QC", THREE.head()))).contains(Rejection.NOT_ENTITLED);
        assertThat(objection(ActJson.entrust("CA-ON", THREE.head()))).contains(Rejection.NOT_ENTITLED);
        assertThat(objection(ActJson.entrust("CA-BC", "A".repeat(43)))).contains(Rejection.WRONG_PREDECESSOR);
        assertThat(objection(ActJson.entrust("CA-BC", THREE.head()))).isEmpty();
        assertThat(THREE.objection(by(NUNAVUT), List.of(), NOW.plus(Duration.ofDays(8))))
                .contains(Rejection.LAPSED);
    }

    @Test
    void in_the_same_place_one_majority_goes_before_the_former_depositary_and_none_comes_twice() {
        SignedAct own = act(NUNAVUT, "suspend-1", THREE, suspend(wholeOf(NUNAVUT)));
        Transition order = ordered(QUEBEC, THREE, own);
        Transition lower = ordered(BRITISH_COLUMBIA, THREE, by(BRITISH_COLUMBIA), by(NUNAVUT));
        Transition higher = ordered(
                NUNAVUT,
                THREE,
                act(NUNAVUT, "entrust-2", THREE, ActJson.entrust("CA-NU", THREE.head())),
                act(QUEBEC, "entrust-2", THREE, ActJson.entrust("CA-NU", THREE.head())));
        Transition again = Transition.order(BRITISH_COLUMBIA, THREE, lower.content(), NOW.plusSeconds(1));
        assertThat(order.yieldsTo(lower)).isTrue();
        assertThat(order.yieldsTo(higher)).isTrue();
        assertThat(higher.yieldsTo(lower)).isTrue();
        assertThat(lower.yieldsTo(higher)).isFalse();
        assertThat(lower.yieldsTo(again)).isFalse();
        assertThat(lower.yieldsTo(order)).isFalse();
        assertThat(order.yieldsTo(ordered(QUEBEC, THREE, own))).isFalse();
    }

    @Test
    void words_that_name_different_places_count_together_wherever_all_of_them_lie_behind() {
        EntenteState later =
                applied(THREE, ordered(QUEBEC, THREE, act(NUNAVUT, "suspend-1", THREE, suspend(wholeOf(NUNAVUT)))));
        SignedAct here = act(NUNAVUT, "entrust-4", later, ActJson.entrust("CA-BC", later.head()));
        EntenteState after = applied(later, ordered(BRITISH_COLUMBIA, later, here, by(BRITISH_COLUMBIA)));
        assertThat(after.depositary().key()).isEqualTo("CA-BC");
        assertThat(Ready.next(later, List.of(here, by(BRITISH_COLUMBIA)), NOW)).isPresent();
        assertRejected(
                THREE, ordered(BRITISH_COLUMBIA, THREE, by(BRITISH_COLUMBIA), here), Rejection.WRONG_PREDECESSOR);
    }

    @Test
    void what_was_said_of_one_depositary_does_not_count_against_the_next() {
        SignedAct early = said(NUNAVUT, "entrust-5", THREE, "CA-NU", NOW.minusSeconds(1));
        EntenteState after = applied(THREE, ordered(BRITISH_COLUMBIA, THREE, by(BRITISH_COLUMBIA), by(NUNAVUT)));
        assertThat(THREE.objection(early, List.of(), NOW)).isEmpty();
        assertThat(after.objection(early, List.of(), NOW)).contains(Rejection.LAPSED);
        SignedAct late = said(NUNAVUT, "entrust-6", THREE, "CA-NU", NOW.plusSeconds(1));
        assertThat(after.objection(late, List.of(), NOW.plusSeconds(1))).isEmpty();
    }

    @Test
    void of_two_decisions_the_later_stands_and_one_old_word_among_new_ones_makes_none_later() {
        Transition first = decided("CA-BC", NOW, NOW.plusSeconds(60));
        Transition later = decided("CA-NU", NOW.plusSeconds(10), NOW.plusSeconds(20));
        Transition renewed = decided("CA-BC", NOW, NOW.plusSeconds(90));
        Transition otherWords = decided("CA-BC", NOW.plusSeconds(30), NOW.plusSeconds(40));
        Transition again = decided("CA-BC", NOW.plusSeconds(61), NOW.plusSeconds(62));
        assertThat(first.yieldsTo(later)).isTrue();
        assertThat(later.yieldsTo(first)).isFalse();
        assertThat(later.yieldsTo(renewed)).isFalse();
        assertThat(first.yieldsTo(otherWords))
                .as("the same party by other words that there were")
                .isFalse();
        assertThat(first.yieldsTo(again)).isTrue();
    }

    private static Transition decided(String successor, Instant one, Instant other) {
        return ordered(
                BRITISH_COLUMBIA,
                THREE,
                said(BRITISH_COLUMBIA, "entrust-7", THREE, successor, one),
                said(NUNAVUT, "entrust-7", THREE, successor, other));
    }

    private static SignedAct said(TestGovernment by, String id, EntenteState about, String successor, Instant at) {
        return TestEntentes.sign(by, id, about, by.key(), at, ActJson.entrust(successor, about.head()));
    }

    @Test
    void a_suspension_of_ones_own_ends_with_ones_own_word_though_nobody_has_ordered_it() {
        SignedAct stopped = act(NUNAVUT, "suspend-1", THREE, suspend(wholeOf(NUNAVUT)));
        SignedAct lifted = act(NUNAVUT, "lift-0001", THREE, ActJson.lift(stopped.name()));
        assertThat(THREE.overlaid(heard(stopped)).suspensions()).hasSize(1);
        assertThat(THREE.overlaid(heard(stopped, lifted)).suspensions()).isEmpty();
        SignedAct foreign = act(BRITISH_COLUMBIA, "lift-0001", THREE, ActJson.lift(stopped.name()));
        assertThat(THREE.overlaid(heard(stopped, foreign)).suspensions()).hasSize(1);
        assertThat(THREE.objection(lifted, List.of(stopped, lifted), NOW)).isEmpty();
    }

    private static Optional<Rejection> objection(ActJson.Written written) {
        return THREE.objection(act(NUNAVUT, "entrust-3", THREE, written), List.of(), NOW);
    }

    private static SignedAct by(TestGovernment party) {
        return act(party, "entrust-1", THREE, ActJson.entrust("CA-BC", THREE.head()));
    }

    private static Transition ordered(Signer depositary, EntenteState state, SignedAct... acts) {
        return Transition.order(depositary, state, new Transition.Content.Acts(List.of(acts)), NOW);
    }

    private static void assertRejected(EntenteState state, Transition transition, Rejection reason) {
        assertThat(state.apply(transition, NOW)).isEqualTo(new Verdict.Rejected(reason));
    }
}
