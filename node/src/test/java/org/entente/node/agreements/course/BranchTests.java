package org.entente.node.agreements.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.node.agreements.TestEntentes.NOW;
import static org.entente.node.agreements.TestEntentes.act;
import static org.entente.node.agreements.TestEntentes.applied;
import static org.entente.node.agreements.TestEntentes.entryIntoForce;
import static org.entente.node.agreements.TestEntentes.heard;
import static org.entente.node.agreements.TestEntentes.suspend;
import static org.entente.node.agreements.TestEntentes.wholeOf;
import static org.entente.node.agreements.TestGovernment.BRITISH_COLUMBIA;
import static org.entente.node.agreements.TestGovernment.NUNAVUT;
import static org.entente.node.agreements.TestGovernment.ONTARIO;
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
import org.entente.node.agreements.held.Held;
import org.entente.node.agreements.held.Part;
import org.entente.node.agreements.life.ActJson;
import org.entente.node.agreements.life.EntenteState;
import org.entente.node.agreements.life.Rejection;
import org.entente.node.agreements.life.SignedAct;
import org.entente.node.agreements.life.Transition;
import org.entente.protocols.jose.Signer;
import org.junit.jupiter.api.Test;

/** The depositary, Québec, has ordered one thing for British Columbia and another for Nunavut under one number. */
class BranchTests {
    private static final Entente TEXT = TestEntentes.entente(TestEntentes::withThirdParty);
    private static final Transition ENTRY = entryIntoForce(TEXT, QUEBEC, BRITISH_COLUMBIA, NUNAVUT);
    private static final EntenteState COMMON = applied(EntenteState.of(TEXT), ENTRY);
    private static final Transition HERE = ordered(QUEBEC, COMMON, own("suspend-1"));
    private static final Transition THERE = ordered(QUEBEC, COMMON, own("suspend-2"));
    private static final EntenteState AFTER_THERE = applied(COMMON, THERE);
    private static final SignedAct FROM_THERE = entrusting(BRITISH_COLUMBIA.key(), AFTER_THERE);
    private static final SignedAct FROM_HERE =
            act(NUNAVUT, "entrust-1", applied(COMMON, HERE), ActJson.entrust("CA-BC", COMMON.head()));
    private static final Transition TAKES = ordered(BRITISH_COLUMBIA, AFTER_THERE, FROM_THERE, FROM_HERE);

    @Test
    void whoever_was_shown_something_else_follows_the_one_whom_the_majority_entrusts_from_where_the_two_part() {
        assertThat(branch(held(ENTRY, HERE), ENTRY, THERE, TAKES)).contains(new Branch(COMMON, List.of(THERE, TAKES)));
        assertThat(branch(held(ENTRY, HERE), THERE, TAKES)).isPresent();
    }

    @Test
    void without_a_majority_in_it_no_other_history_is_followed() {
        assertThat(branch(held(ENTRY, HERE), ENTRY, THERE)).isEmpty();
        assertThat(branch(held(ENTRY, HERE), THERE, ordered(BRITISH_COLUMBIA, AFTER_THERE, FROM_THERE)))
                .isEmpty();
        assertThat(branch(held(ENTRY, HERE), THERE, ordered(QUEBEC, AFTER_THERE, FROM_THERE, FROM_HERE)))
                .isEmpty();
    }

    @Test
    void nothing_is_followed_that_leaves_a_gap_or_that_we_hold() {
        assertThat(branch(held(ENTRY, HERE), TAKES)).isEmpty();
        assertThat(branch(held(ENTRY, THERE, TAKES), ENTRY, THERE, TAKES)).isEmpty();
        assertThat(branch(held(ENTRY, THERE), ENTRY, THERE, TAKES))
                .as("it comes next")
                .isEmpty();
    }

    @Test
    void what_was_decided_more_than_seven_days_ago_sets_nothing_back() {
        assertThat(Branch.of(
                        held(ENTRY, HERE),
                        List.of(THERE, TAKES),
                        hash -> Optional.of(TEXT),
                        NOW.plus(Duration.ofDays(7))))
                .isEmpty();
    }

    @Test
    void whoever_followed_a_later_decision_does_not_go_back_to_an_earlier_one() {
        Instant later = NOW.plusSeconds(30);
        Transition other = Transition.order(
                NUNAVUT,
                COMMON,
                new Transition.Content.Acts(Stream.of(QUEBEC, NUNAVUT)
                        .map(by -> TestEntentes.sign(
                                by, "entrust-2", COMMON, by.key(), later, ActJson.entrust("CA-NU", COMMON.head())))
                        .toList()),
                later);
        assertThat(branch(held(ENTRY, other), THERE, TAKES)).isEmpty();
        assertThat(branch(held(ENTRY, THERE, TAKES), other)).contains(new Branch(COMMON, List.of(other)));
    }

    @Test
    void a_word_about_a_place_that_is_not_ours_waits_and_so_does_what_a_newcomer_said_whose_accession_was_set_back() {
        Held held = held(ENTRY, HERE);
        assertThat(Waiting.isOver(
                        held,
                        FROM_THERE,
                        held.chain().objection(FROM_THERE, List.of(), NOW).orElseThrow()))
                .isFalse();
        SignedAct accession = act(ONTARIO, "accede-01", COMMON, TestEntentes.accession(ONTARIO));
        SignedAct own = act(ONTARIO, "suspend-1", COMMON, suspend(wholeOf(ONTARIO)));
        assertThat(held.chain().objection(own, List.of(accession, own), NOW)).contains(Rejection.NOT_A_PARTY);
        assertThat(Waiting.isOver(held(List.of(accession, own), ENTRY, HERE), own, Rejection.NOT_A_PARTY))
                .isFalse();
        assertThat(Waiting.isOver(held(List.of(own), ENTRY, HERE), own, Rejection.NOT_A_PARTY))
                .isTrue();
    }

    private static Optional<Branch> branch(Held held, Transition... shown) {
        return Branch.of(held, List.of(shown), hash -> Optional.of(TEXT), NOW.plusSeconds(30));
    }

    private static Held held(Transition... transitions) {
        return held(List.of(), transitions);
    }

    private static Held held(List<SignedAct> pending, Transition... transitions) {
        EntenteState chain = EntenteState.of(TEXT);
        for (Transition transition : transitions) {
            chain = applied(chain, transition);
        }
        return new Held(
                TEXT,
                Part.SIGNED,
                List.of(),
                Signatures.none(TEXT),
                TestEntentes.recorded(TEXT, List.of(transitions)),
                chain,
                Optional.empty(),
                Map.of(TEXT.hash(), TEXT),
                heard(pending.toArray(SignedAct[]::new)),
                Set.of(),
                Set.of(),
                Map.of());
    }

    private static SignedAct own(String id) {
        return act(QUEBEC, id, COMMON, suspend(wholeOf(QUEBEC)));
    }

    private static SignedAct entrusting(String successor, EntenteState state) {
        return act(BRITISH_COLUMBIA, "entrust-1", state, ActJson.entrust(successor, state.head()));
    }

    private static Transition ordered(Signer depositary, EntenteState state, SignedAct... acts) {
        return Transition.order(depositary, state, new Transition.Content.Acts(List.of(acts)), NOW);
    }
}
