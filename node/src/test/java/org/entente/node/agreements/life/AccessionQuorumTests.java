package org.entente.node.agreements.life;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.node.agreements.TestEntentes.NOW;
import static org.entente.node.agreements.TestEntentes.accession;
import static org.entente.node.agreements.TestEntentes.act;
import static org.entente.node.agreements.TestEntentes.applied;
import static org.entente.node.agreements.TestEntentes.entente;
import static org.entente.node.agreements.TestEntentes.inForce;
import static org.entente.node.agreements.TestEntentes.ordered;
import static org.entente.node.agreements.TestGovernment.BRITISH_COLUMBIA;
import static org.entente.node.agreements.TestGovernment.NUNAVUT;
import static org.entente.node.agreements.TestGovernment.ONTARIO;
import static org.entente.node.agreements.TestGovernment.QUEBEC;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.entente.node.agreements.TestEntentes;
import org.entente.node.agreements.TestGovernment;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** A government accedes where so many parties approve as the entente asks for, not fewer and not all. */
class AccessionQuorumTests {
    private final EntenteState three = inForce(
            entente(draft -> {
                TestEntentes.withThirdParty(draft);
                ((ObjectNode) draft.path("accession")).put("approval", "quorum").put("quorum", 2);
            }),
            QUEBEC,
            BRITISH_COLUMBIA,
            NUNAVUT);
    private final SignedAct accession = act(ONTARIO, "accede-1", three, accession(ONTARIO));

    @Test
    void two_of_three_are_enough_and_one_twice_is_not() {
        SignedAct again = act(NUNAVUT, "approve-2", three, ActJson.approve(accession.hash()));

        assertRejected(three, ordered(three, accession), Rejection.NOT_APPROVED);
        assertRejected(three, ordered(three, accession, approval(NUNAVUT)), Rejection.NOT_APPROVED);
        assertRejected(three, ordered(three, accession, approval(NUNAVUT), again), Rejection.NOT_APPROVED);
        assertThat(applied(three, ordered(three, accession, approval(NUNAVUT), approval(QUEBEC)))
                        .members())
                .containsKey("CA-ON");
        assertThat(applied(
                                three,
                                ordered(
                                        three,
                                        accession,
                                        approval(NUNAVUT),
                                        approval(QUEBEC),
                                        approval(BRITISH_COLUMBIA)))
                        .members())
                .containsKey("CA-ON");
    }

    @Test
    void the_depositary_orders_it_as_soon_as_the_second_has_approved() {
        assertThat(Ready.next(three, List.of(accession, approval(NUNAVUT)), NOW))
                .isEmpty();
        assertThat(Ready.next(three, List.of(accession, approval(NUNAVUT), approval(BRITISH_COLUMBIA)), NOW))
                .hasValueSatisfying(acts -> assertThat(acts).hasSize(3).contains(accession));
    }

    @Test
    void a_party_that_has_left_meanwhile_approves_nothing_and_is_not_counted() {
        EntenteState leaving = applied(three, ordered(three, act(NUNAVUT, "withdraw-1", three, ActJson.withdraw())));
        assertThat(applied(leaving, ordered(leaving, accession, approval(NUNAVUT), approval(QUEBEC)))
                        .members())
                .as("bound until its notice has run")
                .containsKey("CA-ON");

        Instant left = NOW.plus(Duration.ofDays(181));
        assertThat(leaving.boundAt(left)).hasSize(2);
        assertThat(at(leaving, left, approval(NUNAVUT), approval(QUEBEC)))
                .isEqualTo(new Verdict.Rejected(Rejection.NOT_A_PARTY));
        assertThat(at(leaving, left, approval(BRITISH_COLUMBIA)))
                .isEqualTo(new Verdict.Rejected(Rejection.NOT_APPROVED));
        assertThat(at(leaving, left, approval(BRITISH_COLUMBIA), approval(QUEBEC)))
                .isInstanceOf(Verdict.Applied.class);
    }

    @Test
    void where_fewer_are_left_than_the_quorum_all_of_them_are_it() {
        EntenteState one = applied(three, ordered(three, act(NUNAVUT, "withdraw-1", three, ActJson.withdraw())));
        EntenteState both = applied(one, ordered(one, act(BRITISH_COLUMBIA, "withdraw-1", one, ActJson.withdraw())));
        Instant left = NOW.plus(Duration.ofDays(181));

        assertThat(both.boundAt(left)).hasSize(1);
        assertThat(at(both, left)).isEqualTo(new Verdict.Rejected(Rejection.NOT_APPROVED));
        assertThat(at(both, left, approval(QUEBEC))).isInstanceOf(Verdict.Applied.class);
    }

    private Verdict at(EntenteState state, Instant moment, SignedAct... approvals) {
        List<SignedAct> acts = new ArrayList<>(List.of(accession));
        acts.addAll(List.of(approvals));
        return state.apply(Transition.order(QUEBEC, state, new Transition.Content.Acts(acts), moment), moment);
    }

    private SignedAct approval(TestGovernment by) {
        return act(by, "approve-1", three, ActJson.approve(accession.hash()));
    }

    private static void assertRejected(EntenteState state, Transition transition, Rejection reason) {
        assertThat(state.apply(transition, NOW)).isEqualTo(new Verdict.Rejected(reason));
    }
}
