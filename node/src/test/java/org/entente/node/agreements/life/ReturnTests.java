package org.entente.node.agreements.life;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.node.agreements.TestEntentes.NOW;
import static org.entente.node.agreements.TestEntentes.accession;
import static org.entente.node.agreements.TestEntentes.act;
import static org.entente.node.agreements.TestEntentes.applied;
import static org.entente.node.agreements.TestEntentes.entente;
import static org.entente.node.agreements.TestEntentes.heard;
import static org.entente.node.agreements.TestEntentes.inForce;
import static org.entente.node.agreements.TestEntentes.named;
import static org.entente.node.agreements.TestEntentes.ordered;
import static org.entente.node.agreements.TestEntentes.suspend;
import static org.entente.node.agreements.TestEntentes.wholeOf;
import static org.entente.node.agreements.TestGovernment.BRITISH_COLUMBIA;
import static org.entente.node.agreements.TestGovernment.NUNAVUT;
import static org.entente.node.agreements.TestGovernment.ONTARIO;
import static org.entente.node.agreements.TestGovernment.QUEBEC;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.entente.node.agreements.TestEntentes;
import org.entente.node.agreements.TestGovernment;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** A government that left comes again; an act that nobody ordered in time is over. */
class ReturnTests {
    private static final Instant DURING_NOTICE = NOW.plus(Duration.ofDays(10));
    private static final Instant LATER = NOW.plus(Duration.ofDays(400));

    @Test
    void a_government_that_left_accedes_again_with_everything_that_its_new_instrument_states() {
        EntenteState gone = afterWithdrawal();
        assertThat(gone.boundAt(LATER))
                .extracting(member -> member.party().key())
                .containsExactly("CA-QC");
        SignedAct again = accede(BRITISH_COLUMBIA, BRITISH_COLUMBIA, LATER);
        assertThat(gone.objection(again, List.of(), LATER)).isEmpty();
        EntenteState back = take(gone, again, LATER);
        Member member = back.member("CA-BC").orElseThrow();
        assertThat(member.isBoundAt(LATER)).isTrue();
        assertThat(member.isLeaving()).isFalse();
        assertThat(member.instrument()).isEqualTo(again.hash());
        assertThat(member.party().issuers()).hasSize(1);
        SignedAct third =
                TestEntentes.sign(BRITISH_COLUMBIA, "again-002", back, "CA-BC", LATER, accession(BRITISH_COLUMBIA));
        assertThat(back.objection(third, List.of(), LATER)).contains(Rejection.ALREADY_BOUND);
    }

    @Test
    void the_depositary_that_left_and_comes_again_still_orders_and_by_the_keys_that_it_has_now() {
        TestGovernment changed = TestGovernment.at(QUEBEC.entity(), "CA-QC", "Québec");
        EntenteState state = openInForce(draft -> {}, QUEBEC, BRITISH_COLUMBIA);
        EntenteState rolled = applied(
                state,
                ordered(
                        state,
                        act(
                                QUEBEC,
                                "rollover1",
                                state,
                                ActJson.rollOver(changed.facts().keys()))));
        EntenteState gone = took(rolled, changed, act(changed, "withdraw1", rolled, ActJson.withdraw()), NOW);
        EntenteState back = took(gone, changed, returning(changed, gone), LATER);
        assertThat(back.depositary().keys()).isEqualTo(changed.facts().keys());
        assertThat(back.depositary().depositary()).isTrue();
        assertThat(back.member("CA-QC").orElseThrow().everKeys()).contains(QUEBEC.publicKey());
        SignedAct own = TestEntentes.sign(changed, "suspend-1", back, "CA-QC", LATER, suspend(wholeOf(changed)));
        assertThat(apply(back, QUEBEC, own, LATER)).isEqualTo(new Verdict.Rejected(Rejection.NOT_BY_DEPOSITARY));
        assertThat(apply(back, changed, own, LATER)).isInstanceOf(Verdict.Applied.class);
    }

    @Test
    void ordering_does_not_go_back_to_a_replaced_depositary_when_its_successor_comes_again() {
        EntenteState state = openInForce(draft -> {}, QUEBEC, BRITISH_COLUMBIA);
        ActJson.Written entrust = ActJson.entrust("CA-BC", state.head());
        Transition takeOver = Transition.order(
                BRITISH_COLUMBIA,
                state,
                new Transition.Content.Acts(List.of(
                        act(QUEBEC, "entrust-1", state, entrust), act(BRITISH_COLUMBIA, "entrust-1", state, entrust))),
                NOW);
        EntenteState replaced = applied(state, takeOver);
        EntenteState gone =
                took(replaced, BRITISH_COLUMBIA, act(BRITISH_COLUMBIA, "withdraw1", replaced, ActJson.withdraw()), NOW);
        EntenteState back = took(gone, BRITISH_COLUMBIA, returning(BRITISH_COLUMBIA, gone), LATER);
        assertThat(back.depositary().key()).isEqualTo("CA-BC");
    }

    @Test
    void a_government_under_notice_is_still_bound() {
        EntenteState leaving = afterWithdrawal();
        assertThat(leaving.objection(
                        accede(BRITISH_COLUMBIA, BRITISH_COLUMBIA, DURING_NOTICE), List.of(), DURING_NOTICE))
                .contains(Rejection.ALREADY_BOUND);
    }

    @Test
    void nobody_comes_back_in_the_place_of_a_government_that_left() {
        EntenteState gone = afterWithdrawal();
        TestGovernment sameAddress = TestGovernment.at(BRITISH_COLUMBIA.entity(), "CA-BC", "Colombie-Britannique");
        assertThat(gone.objection(accede(sameAddress, sameAddress, LATER), List.of(), LATER))
                .contains(Rejection.FORGED);
        TestGovernment sameKey = TestGovernment.create("elsewhere", "CA-BC", "Colombie-Britannique");
        assertThat(gone.objection(accede(sameKey, sameKey, LATER), List.of(), LATER))
                .contains(Rejection.ALREADY_BOUND);
        TestGovernment sameEntity = TestGovernment.at(BRITISH_COLUMBIA.entity(), "CA-YT", "Yukon");
        assertThat(gone.objection(accede(sameEntity, sameEntity, LATER), List.of(), LATER))
                .contains(Rejection.ALREADY_BOUND);
    }

    @Test
    void what_others_suspended_stays_suspended_when_the_party_comes_again() {
        EntenteState three = openInForce(TestEntentes::withThirdParty, QUEBEC, BRITISH_COLUMBIA, NUNAVUT);
        EntenteState suspended = applied(
                three,
                ordered(
                        three,
                        act(QUEBEC, "against1", three, suspend(wholeOf(BRITISH_COLUMBIA))),
                        act(NUNAVUT, "against2", three, suspend(wholeOf(BRITISH_COLUMBIA)))));
        EntenteState gone = applied(
                suspended, ordered(suspended, act(BRITISH_COLUMBIA, "withdraw1", suspended, ActJson.withdraw())));
        SignedAct again =
                TestEntentes.sign(BRITISH_COLUMBIA, "again-001", gone, "CA-BC", LATER, accession(BRITISH_COLUMBIA));
        EntenteState back = take(gone, again, LATER);
        assertThat(back.suspensions()).containsOnlyKeys(named("CA-QC.against1"));
    }

    @Test
    void an_act_is_not_ordered_long_after_it_was_signed() {
        EntenteState state = openInForce(draft -> {}, QUEBEC, BRITISH_COLUMBIA);
        Instant month = NOW.plus(Duration.ofDays(30));
        SignedAct withdrawal = act(BRITISH_COLUMBIA, "withdraw1", state, ActJson.withdraw());
        assertThat(apply(state, withdrawal, month)).isEqualTo(new Verdict.Rejected(Rejection.LAPSED));
        assertThat(apply(state, withdrawal, month.minusSeconds(1))).isInstanceOf(Verdict.Applied.class);
        SignedAct accession = act(ONTARIO, "accede-1", state, accession(ONTARIO));
        assertThat(apply(state, accession, month)).isInstanceOf(Verdict.Applied.class);
        assertThat(apply(state, accession, NOW.plus(Duration.ofDays(365))))
                .isEqualTo(new Verdict.Rejected(Rejection.LAPSED));
    }

    @Test
    void who_has_left_still_stops_its_own_part_as_long_as_its_credentials_are_recognised() {
        EntenteState leaving = afterWithdrawal();
        Member left = leaving.member("CA-BC").orElseThrow();
        SignedAct own = act(BRITISH_COLUMBIA, "suspend-1", leaving, suspend(wholeOf(BRITISH_COLUMBIA)));
        assertThat(left.isBoundAt(left.until())).isFalse();
        assertThat(leaving.objection(own, List.of(), left.until())).isEmpty();
        assertThat(leaving.objection(own, List.of(), left.sunset())).contains(Rejection.NOT_A_PARTY);
    }

    @Test
    void an_act_of_the_same_id_of_another_party_is_another_act() {
        EntenteState state = inForce();
        SignedAct ours = act(BRITISH_COLUMBIA, "suspend-1", state, suspend(wholeOf(BRITISH_COLUMBIA)));
        SignedAct same = act(QUEBEC, "suspend-1", state, suspend(wholeOf(QUEBEC)));
        EntenteState after = applied(state, ordered(state, same));
        assertThat(after.objection(ours, List.of(), NOW)).isEmpty();
        assertThat(after.overlaid(heard(ours)).suspensions())
                .containsOnlyKeys(named("CA-BC.suspend-1"), named("CA-QC.suspend-1"));
        EntenteState both = applied(after, ordered(after, ours));
        EntenteState lifted =
                applied(both, ordered(both, act(QUEBEC, "lift-001", both, ActJson.lift(named("CA-QC.suspend-1")))));
        assertThat(lifted.suspensions()).containsOnlyKeys(named("CA-BC.suspend-1"));
    }

    @Test
    void a_suspension_of_ones_own_part_never_lapses() {
        EntenteState state = inForce();
        SignedAct own = act(BRITISH_COLUMBIA, "ownpart1", state, suspend(wholeOf(BRITISH_COLUMBIA)));
        assertThat(own.lapsesAt()).isEqualTo(Instant.MAX);
        assertThat(apply(state, own, LATER)).isInstanceOf(Verdict.Applied.class);
    }

    @Test
    void the_lift_of_an_own_suspension_lives_as_long_as_that_and_one_of_anothers_lapses() {
        EntenteState state = inForce();
        SignedAct own = act(BRITISH_COLUMBIA, "ownpart1", state, suspend(wholeOf(BRITISH_COLUMBIA)));
        SignedAct lift = act(BRITISH_COLUMBIA, "lift-0001", state, ActJson.lift(own.name()));
        assertThat(state.objection(lift, List.of(own, lift), LATER)).isEmpty();
        EntenteState ordered = take(state, own, LATER);
        assertThat(ordered.objection(lift, List.of(lift), LATER)).isEmpty();
        EntenteState lifted = take(ordered, lift, LATER);
        assertThat(lifted.suspensions()).isEmpty();
        SignedAct again = act(BRITISH_COLUMBIA, "lift-0002", state, ActJson.lift(own.name()));
        assertThat(lifted.objection(again, List.of(again), LATER)).contains(Rejection.LAPSED);

        EntenteState three = openInForce(TestEntentes::withThirdParty, QUEBEC, BRITISH_COLUMBIA, NUNAVUT);
        EntenteState against = applied(
                three,
                ordered(
                        three,
                        act(QUEBEC, "against1", three, suspend(wholeOf(BRITISH_COLUMBIA))),
                        act(NUNAVUT, "against2", three, suspend(wholeOf(BRITISH_COLUMBIA)))));
        SignedAct others = act(QUEBEC, "lift-0001", against, ActJson.lift(named("CA-QC.against1")));
        assertThat(against.objection(others, List.of(), LATER)).contains(Rejection.LAPSED);
    }

    private static EntenteState afterWithdrawal() {
        EntenteState state = openInForce(draft -> {}, QUEBEC, BRITISH_COLUMBIA);
        return applied(state, ordered(state, act(BRITISH_COLUMBIA, "withdraw1", state, ActJson.withdraw())));
    }

    private static EntenteState openInForce(Consumer<ObjectNode> change, TestGovernment... parties) {
        return inForce(
                entente(draft -> {
                    change.accept(draft);
                    ((ObjectNode) draft.path("accession")).put("approval", "open");
                }),
                parties);
    }

    private static SignedAct accede(TestGovernment signer, TestGovernment newcomer, Instant at) {
        EntenteState about = openInForce(draft -> {}, QUEBEC, BRITISH_COLUMBIA);
        return TestEntentes.sign(signer, "again-001", about, newcomer.key(), at, accession(newcomer));
    }

    private static SignedAct returning(TestGovernment government, EntenteState state) {
        return TestEntentes.sign(government, "again-001", state, government.key(), LATER, accession(government));
    }

    private static EntenteState take(EntenteState state, SignedAct act, Instant at) {
        return took(state, QUEBEC, act, at);
    }

    private static EntenteState took(EntenteState state, TestGovernment depositary, SignedAct act, Instant at) {
        return switch (apply(state, depositary, act, at)) {
            case Verdict.Applied(EntenteState next) -> next;
            case Verdict.Rejected(var reason) -> throw new AssertionError(reason);
        };
    }

    private static Verdict apply(EntenteState state, SignedAct act, Instant at) {
        return apply(state, QUEBEC, act, at);
    }

    private static Verdict apply(EntenteState state, TestGovernment depositary, SignedAct act, Instant at) {
        return state.apply(Transition.order(depositary, state, new Transition.Content.Acts(List.of(act)), at), at);
    }
}
