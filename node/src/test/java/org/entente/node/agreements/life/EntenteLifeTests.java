package org.entente.node.agreements.life;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.entente.node.agreements.TestEntentes.NOW;
import static org.entente.node.agreements.TestEntentes.accession;
import static org.entente.node.agreements.TestEntentes.act;
import static org.entente.node.agreements.TestEntentes.applied;
import static org.entente.node.agreements.TestEntentes.entente;
import static org.entente.node.agreements.TestEntentes.entryIntoForce;
import static org.entente.node.agreements.TestEntentes.inForce;
import static org.entente.node.agreements.TestEntentes.named;
import static org.entente.node.agreements.TestEntentes.ordered;
import static org.entente.node.agreements.TestEntentes.suspend;
import static org.entente.node.agreements.TestEntentes.wholeOf;
import static org.entente.node.agreements.TestGovernment.BRITISH_COLUMBIA;
import static org.entente.node.agreements.TestGovernment.NUNAVUT;
import static org.entente.node.agreements.TestGovernment.ONTARIO;
import static org.entente.node.agreements.TestGovernment.QUEBEC;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.entente.node.agreements.TestEntentes;
import org.entente.node.agreements.TestGovernment;
import org.entente.node.agreements.document.Entente;
import org.entente.protocols.ProtocolError;
import org.entente.protocols.jose.CompactJws;
import org.entente.protocols.json.Json;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class EntenteLifeTests {
    @Test
    void comes_into_force_when_the_depositary_brings_every_signature() {
        EntenteState state = inForce();
        assertThat(state.number()).isEqualTo(1);
        assertThat(state.members().keySet()).containsExactly("CA-QC", "CA-BC");
    }

    @Test
    void does_not_come_into_force_while_a_signature_is_missing_or_forged() {
        Entente entente = entente();
        assertRejected(EntenteState.of(entente), entryIntoForce(entente, QUEBEC), Rejection.SIGNATURE_MISSING);
        assertRejected(EntenteState.of(entente), entryIntoForce(entente, QUEBEC, ONTARIO), Rejection.SIGNATURE_MISSING);
        assertRejected(
                EntenteState.of(entente),
                entryIntoForce(entente, QUEBEC, BRITISH_COLUMBIA, ONTARIO),
                Rejection.SIGNATURE_MISSING);
    }

    @Test
    void the_same_transitions_give_the_same_hash_everywhere() {
        Transition entry = entryIntoForce(entente(), QUEBEC, BRITISH_COLUMBIA);
        EntenteState here = applied(EntenteState.of(entente()), entry);
        EntenteState there = applied(EntenteState.of(entente()), Transition.parse(entry.jws()));
        assertThat(there.head()).isEqualTo(here.head());
        assertThat(there).isEqualTo(here);
    }

    @Test
    void refuses_a_transition_that_the_depositary_did_not_sign() {
        Transition forged = Transition.order(
                BRITISH_COLUMBIA, inForce(), new Transition.Content.Acts(List.of(suspension(inForce()))), NOW);
        assertRejected(inForce(), forged, Rejection.NOT_BY_DEPOSITARY);
    }

    @Test
    void refuses_a_transition_out_of_order_twice_or_on_another_history() {
        EntenteState one = inForce();
        Transition second = ordered(one, suspension(one));
        EntenteState two = applied(one, second);
        Transition third = ordered(two, act(BRITISH_COLUMBIA, "lift-001", two, lift("CA-BC.suspend-1")));
        assertRejected(one, third, Rejection.OUT_OF_ORDER);
        assertRejected(two, second, Rejection.CONTRADICTS_HISTORY);
        EntenteState elsewhere = applied(one, ordered(one, act(QUEBEC, "other-01", one, suspend(wholeOf(QUEBEC)))));
        assertRejected(elsewhere, third, Rejection.WRONG_PREDECESSOR);
    }

    @Test
    void refuses_a_transition_of_another_document() {
        EntenteState other = inForce(entente(draft -> draft.put("name", "other")), QUEBEC, BRITISH_COLUMBIA);
        assertRejected(inForce(), ordered(other, suspension(other)), Rejection.OTHER_DOCUMENT);
    }

    @Test
    void refuses_a_transition_from_the_future_or_from_before_its_predecessor() {
        EntenteState state = inForce();
        var content = new Transition.Content.Acts(List.of(suspension(state)));
        assertRejected(state, Transition.order(QUEBEC, state, content, NOW.plusSeconds(61)), Rejection.WRONG_TIME);
        assertRejected(
                state, Transition.order(QUEBEC, state, content, state.at().minusSeconds(1)), Rejection.WRONG_TIME);
    }

    @Test
    void refuses_a_second_entry_into_force_and_acts_before_the_first() {
        EntenteState state = inForce();
        var entry = (Transition.Content.EntryIntoForce)
                entryIntoForce(entente(), QUEBEC, BRITISH_COLUMBIA).content();
        assertRejected(state, Transition.order(QUEBEC, state, entry, NOW), Rejection.WRONG_CONTENT);
        EntenteState before = EntenteState.of(entente());
        assertRejected(before, ordered(before, suspension(state)), Rejection.WRONG_CONTENT);
    }

    @Test
    void refuses_an_act_that_its_party_did_not_sign() {
        EntenteState state = inForce();
        SignedAct forged =
                TestEntentes.sign(QUEBEC, "forged-1", state, "CA-BC", NOW, suspend(wholeOf(BRITISH_COLUMBIA)));
        assertRejected(state, ordered(state, forged), Rejection.FORGED);
        SignedAct stranger = act(ONTARIO, "stranger", state, suspend(wholeOf(QUEBEC)));
        assertRejected(state, ordered(state, stranger), Rejection.NOT_A_PARTY);
    }

    @Test
    void an_act_counts_once() {
        EntenteState state = inForce();
        SignedAct suspension = suspension(state);
        EntenteState suspended = applied(state, ordered(state, suspension));
        assertRejected(suspended, ordered(suspended, suspension), Rejection.SPENT);
        EntenteState lifted = applied(
                suspended, ordered(suspended, act(BRITISH_COLUMBIA, "lift-001", suspended, lift("CA-BC.suspend-1"))));
        assertThat(lifted.suspensions()).isEmpty();
        assertRejected(lifted, ordered(lifted, suspension), Rejection.SPENT);
        assertRejected(state, ordered(state, suspension, suspension), Rejection.SPENT);
    }

    @Test
    void a_party_alone_does_not_suspend_another_and_two_do() {
        EntenteState two = inForce();
        assertRejected(
                two,
                ordered(two, act(BRITISH_COLUMBIA, "against1", two, suspend(wholeOf(QUEBEC)))),
                Rejection.NOT_ENTITLED);
        EntenteState three = inForce(entente(TestEntentes::withThirdParty), QUEBEC, BRITISH_COLUMBIA, NUNAVUT);
        SignedAct one = act(BRITISH_COLUMBIA, "against1", three, suspend(wholeOf(QUEBEC)));
        SignedAct other = act(NUNAVUT, "against2", three, suspend(wholeOf(QUEBEC)));
        assertRejected(three, ordered(three, one), Rejection.NOT_ENTITLED);
        assertRejected(
                three,
                ordered(three, one, act(BRITISH_COLUMBIA, "against3", three, suspend(wholeOf(QUEBEC)))),
                Rejection.NOT_ENTITLED);
        EntenteState suspended = applied(three, ordered(three, one, other));
        assertThat(suspended.suspensions()).containsOnlyKeys(named("CA-BC.against1"));
        assertRejected(
                suspended,
                ordered(suspended, act(QUEBEC, "lift-001", suspended, lift("CA-BC.against1"))),
                Rejection.NOT_ENTITLED);
        assertThat(applied(
                                suspended,
                                ordered(
                                        suspended,
                                        act(NUNAVUT, "lift-001", suspended, lift("CA-BC.against1")),
                                        act(BRITISH_COLUMBIA, "lift-002", suspended, lift("CA-BC.against1"))))
                        .suspensions())
                .isEmpty();
    }

    @Test
    void only_who_suspended_itself_lifts_it_and_nothing_else_is_lifted() {
        EntenteState state = inForce();
        EntenteState suspended = applied(state, ordered(state, suspension(state)));
        assertRejected(
                suspended,
                ordered(suspended, act(QUEBEC, "lift-001", suspended, lift("CA-BC.suspend-1"))),
                Rejection.NOT_ENTITLED);
        assertRejected(
                suspended,
                ordered(suspended, act(BRITISH_COLUMBIA, "lift-001", suspended, lift("CA-BC.suspend-2"))),
                Rejection.NO_SUCH_SUSPENSION);
    }

    @Test
    void different_acts_do_not_travel_together() {
        EntenteState state = inForce();
        assertRejected(
                state,
                ordered(state, suspension(state), act(QUEBEC, "other-01", state, suspend(wholeOf(QUEBEC)))),
                Rejection.WRONG_CONTENT);
    }

    @Test
    void a_government_accedes_when_every_party_approves_its_very_instrument() {
        EntenteState state = inForce();
        SignedAct accession = act(ONTARIO, "accede-1", state, accession(ONTARIO));
        SignedAct another = act(ONTARIO, "accede-2", state, accession(ONTARIO));
        SignedAct quebec = act(QUEBEC, "approve-1", state, ActJson.approve(accession.hash()));
        SignedAct bc = act(BRITISH_COLUMBIA, "approve-2", state, ActJson.approve(accession.hash()));
        assertRejected(state, ordered(state, accession), Rejection.NOT_APPROVED);
        assertRejected(state, ordered(state, accession, quebec), Rejection.NOT_APPROVED);
        assertRejected(
                state,
                ordered(state, accession, quebec, act(QUEBEC, "approve-3", state, ActJson.approve(accession.hash()))),
                Rejection.NOT_APPROVED);
        assertRejected(state, ordered(state, another, quebec, bc), Rejection.NO_SUCH_ACCESSION);
        EntenteState joined = applied(state, ordered(state, accession, quebec, bc));
        assertThat(joined.members().keySet()).containsExactly("CA-QC", "CA-BC", "CA-ON");
        assertRejected(joined, ordered(joined, another, quebec, bc), Rejection.ALREADY_BOUND);
        EntenteState suspended =
                applied(joined, ordered(joined, act(ONTARIO, "suspend-1", joined, suspend(wholeOf(ONTARIO)))));
        assertThat(suspended.suspensions()).containsOnlyKeys(named("CA-ON.suspend-1"));
    }

    @Test
    void an_instrument_is_signed_by_the_key_it_states_and_states_nothing_of_a_partys() {
        EntenteState state = inForce();
        assertRejectedAccession(
                TestEntentes.sign(NUNAVUT, "accede-1", state, "CA-ON", NOW, accession(ONTARIO)), Rejection.FORGED);
        TestGovernment impostor = TestGovernment.create("quebec", "CA-YT", "Yukon");
        assertRejectedAccession(
                TestEntentes.sign(impostor, "accede-1", state, "CA-YT", NOW, accession(impostor)),
                Rejection.ALREADY_BOUND);
        TestGovernment namesake = TestGovernment.create("elsewhere", "CA-QC", "Ailleurs");
        assertRejectedAccession(act(namesake, "accede-1", state, accession(namesake)), Rejection.ALREADY_BOUND);
    }

    @Test
    void an_open_entente_needs_no_approval_and_may_be_closed_to_kinds() {
        Entente open = entente(draft -> ((ObjectNode) draft.path("accession")).put("approval", "open"));
        EntenteState state = inForce(open, QUEBEC, BRITISH_COLUMBIA);
        assertThat(applied(state, ordered(state, act(ONTARIO, "accede-1", state, accession(ONTARIO))))
                        .members())
                .containsKey("CA-ON");
        Entente closed = entente(draft -> {
            ObjectNode rule = (ObjectNode) draft.path("accession");
            rule.put("approval", "open").putArray("kinds").add("territory");
        });
        EntenteState narrow = inForce(closed, QUEBEC, BRITISH_COLUMBIA);
        assertRejected(
                narrow, ordered(narrow, act(ONTARIO, "accede-1", narrow, accession(ONTARIO))), Rejection.NOT_OPEN);
    }

    @Test
    void a_party_withdraws_once_and_may_do_nothing_after_its_notice() {
        EntenteState state = inForce();
        EntenteState leaving =
                applied(state, ordered(state, act(BRITISH_COLUMBIA, "withdraw-1", state, ActJson.withdraw())));
        assertThat(leaving.member("CA-BC").orElseThrow().isLeaving()).isTrue();
        assertRejected(
                leaving,
                ordered(leaving, act(BRITISH_COLUMBIA, "withdraw-2", leaving, ActJson.withdraw())),
                Rejection.NOT_ENTITLED);
        Instant after = NOW.plusSeconds(181L * 24 * 3600);
        Transition late = Transition.order(
                QUEBEC,
                leaving,
                new Transition.Content.Acts(List.of(TestEntentes.sign(
                        BRITISH_COLUMBIA, "suspend-1", leaving, "CA-BC", after, suspend(wholeOf(QUEBEC))))),
                after);
        assertThat(leaving.apply(late, after)).isEqualTo(new Verdict.Rejected(Rejection.NOT_A_PARTY));
    }

    @Test
    void an_act_and_a_transition_have_no_member_that_is_not_understood() {
        EntenteState state = inForce();
        SignedAct suspension = suspension(state);
        for (String member : List.of("note", "signatures")) {
            ObjectNode claims = CompactJws.parse(suspension.jws()).claims().put(member, "x");
            String jws = CompactJws.sign(BRITISH_COLUMBIA, SignedAct.TYPE, claims);
            assertThatThrownBy(() -> SignedAct.parse(jws)).isInstanceOf(ProtocolError.class);
        }
        ObjectNode claims =
                CompactJws.parse(ordered(state, suspension).jws()).claims().put("note", "x");
        String jws = CompactJws.sign(QUEBEC, Transition.TYPE, claims);
        assertThatThrownBy(() -> Transition.parse(jws)).isInstanceOf(ProtocolError.class);
        assertThatThrownBy(() -> Transition.parse(suspension.jws())).isInstanceOf(ProtocolError.class);
        assertThatThrownBy(() -> SignedAct.parse(CompactJws.sign(QUEBEC, SignedAct.TYPE, Json.newObject())))
                .isInstanceOf(ProtocolError.class);
    }

    private static SignedAct suspension(EntenteState state) {
        return act(BRITISH_COLUMBIA, "suspend-1", state, suspend(wholeOf(BRITISH_COLUMBIA)));
    }

    private static void assertRejectedAccession(SignedAct accession, Rejection reason) {
        EntenteState state = inForce();
        assertThat(state.objection(accession, List.of(), NOW)).contains(reason);
        assertRejected(state, ordered(state, accession), reason);
    }

    private static void assertRejected(EntenteState state, Transition transition, Rejection reason) {
        assertThat(state.apply(transition, NOW)).isEqualTo(new Verdict.Rejected(reason));
    }

    @Test
    void a_suspension_of_one_type_leaves_the_others() {
        var target = new Target("CA-QC", Target.Direction.ISSUANCE, Set.of(), Set.of(TestEntentes.IDENTITY));
        assertThat(target.stopsIssuance("CA-QC", TestEntentes.etatCivil(), TestEntentes.IDENTITY))
                .isTrue();
        assertThat(target.stopsIssuance("CA-QC", TestEntentes.etatCivil(), TestEntentes.RESIDENCE))
                .isFalse();
        assertThat(target.stopsAcceptance("CA-QC", TestEntentes.etatCivil(), TestEntentes.IDENTITY))
                .isFalse();
    }

    private static ActJson.Written lift(String suspension) {
        return ActJson.lift(named(suspension));
    }
}
