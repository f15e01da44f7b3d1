package org.entente.node.agreements.life;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.node.agreements.TestEntentes.NOW;
import static org.entente.node.agreements.TestEntentes.act;
import static org.entente.node.agreements.TestEntentes.applied;
import static org.entente.node.agreements.TestEntentes.entente;
import static org.entente.node.agreements.TestEntentes.inForce;
import static org.entente.node.agreements.TestEntentes.named;
import static org.entente.node.agreements.TestEntentes.ordered;
import static org.entente.node.agreements.TestEntentes.suspend;
import static org.entente.node.agreements.TestEntentes.wholeOf;
import static org.entente.node.agreements.TestGovernment.BRITISH_COLUMBIA;
import static org.entente.node.agreements.TestGovernment.NUNAVUT;
import static org.entente.node.agreements.TestGovernment.ONTARIO;
import static org.entente.node.agreements.TestGovernment.QUEBEC;

import java.util.ArrayList;
import java.util.List;
import org.entente.node.agreements.TestEntentes;
import org.junit.jupiter.api.Test;

/** What several parties decide about another is theirs. */
class QuorumTests {
    @Test
    void a_party_does_not_make_what_others_decide_about_it_its_own() {
        EntenteState three = inForce(entente(TestEntentes::withThirdParty), QUEBEC, BRITISH_COLUMBIA, NUNAVUT);
        SignedAct one = act(NUNAVUT, "against1", three, suspend(wholeOf(BRITISH_COLUMBIA)));
        SignedAct own = act(BRITISH_COLUMBIA, "ownpart1", three, suspend(wholeOf(BRITISH_COLUMBIA)));
        assertRejected(three, ordered(three, one, own), Rejection.WRONG_CONTENT);
        assertRejected(three, ordered(three, own, one), Rejection.WRONG_CONTENT);
        assertThat(Ready.next(three, List.of(one, own), NOW)).contains(List.of(own));

        EntenteState stopped = applied(three, ordered(three, own));
        EntenteState lifted = applied(
                stopped,
                ordered(stopped, act(BRITISH_COLUMBIA, "lift-001", stopped, ActJson.lift(named("CA-BC.ownpart1")))));
        SignedAct other = act(QUEBEC, "against2", lifted, suspend(wholeOf(BRITISH_COLUMBIA)));
        List<SignedAct> quorum = Ready.next(lifted, List.of(one, other), NOW).orElseThrow();
        EntenteState suspended = applied(lifted, ordered(lifted, quorum.toArray(SignedAct[]::new)));
        assertThat(suspended.suspensions())
                .hasEntrySatisfying(
                        named("CA-NU.against1"),
                        suspension -> assertThat(suspension.by()).containsExactlyInAnyOrder("CA-NU", "CA-QC"));
        assertRejected(
                suspended,
                ordered(suspended, act(BRITISH_COLUMBIA, "lift-002", suspended, ActJson.lift(named("CA-NU.against1")))),
                Rejection.NOT_ENTITLED);
    }

    @Test
    void neither_many_acts_of_one_party_nor_one_that_no_longer_holds_keep_a_quorum_from_forming() {
        EntenteState three = inForce(entente(TestEntentes::withThirdParty), QUEBEC, BRITISH_COLUMBIA, NUNAVUT);
        List<SignedAct> pending = new ArrayList<>();
        for (int i = 0; i < Transition.MAX_ACTS; i++) {
            pending.add(act(NUNAVUT, "against-%02d".formatted(i), three, suspend(wholeOf(BRITISH_COLUMBIA))));
        }
        pending.add(act(ONTARIO, "stranger", three, suspend(wholeOf(BRITISH_COLUMBIA))));
        pending.add(act(QUEBEC, "against-qc", three, suspend(wholeOf(BRITISH_COLUMBIA))));
        assertThat(Ready.next(three, pending, NOW).orElseThrow())
                .extracting(SignedAct::id)
                .containsExactly(TestEntentes.id("against-00"), TestEntentes.id("against-qc"));
    }

    private static void assertRejected(EntenteState state, Transition transition, Rejection reason) {
        assertThat(state.apply(transition, NOW)).isEqualTo(new Verdict.Rejected(reason));
    }
}
