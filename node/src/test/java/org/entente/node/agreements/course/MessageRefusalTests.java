package org.entente.node.agreements.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.entente.node.agreements.TestEntentes.entente;
import static org.entente.node.agreements.TestEntentes.entryIntoForce;
import static org.entente.node.agreements.TestEntentes.inForce;
import static org.entente.node.agreements.TestParties.PATIENCE;
import static org.entente.node.agreements.TestParties.awaitNumber;
import static org.entente.node.agreements.TestParties.conclude;
import static org.entente.node.agreements.TestParties.government;
import static org.entente.node.agreements.TestParties.hashes;
import static org.entente.node.agreements.TestParties.held;
import static org.entente.node.agreements.TestParties.perform;
import static org.entente.node.agreements.TestParties.rule;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.entente.node.TestNode;
import org.entente.node.agreements.Ruling;
import org.entente.node.agreements.RulingStep;
import org.entente.node.agreements.TestEntentes;
import org.entente.node.agreements.TestGovernment;
import org.entente.node.agreements.held.Held;
import org.entente.node.agreements.life.Act;
import org.entente.node.agreements.life.ActJson;
import org.entente.node.agreements.life.EntenteState;
import org.entente.node.agreements.life.SignedAct;
import org.entente.node.agreements.life.Target;
import org.entente.node.agreements.life.Transition;
import org.entente.node.agreements.life.Verdict;
import org.entente.node.frontier.ReceiveOutcome;
import org.entente.node.frontier.Receiver;
import org.entente.node.keys.Keys;
import org.entente.protocols.ProtocolError;
import org.entente.protocols.jose.CompactJws;
import org.entente.protocols.jose.Signer;
import org.entente.protocols.json.Json;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.node.ObjectNode;

/** What British Columbia's node answers to messages that are forged, repeated, out of order, or of a depositary that lies. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MessageRefusalTests {
    private final TestNode quebec = government("quebec", "CA-QC");
    private final TestNode britishColumbia = government("british-columbia", "CA-BC");

    @BeforeAll
    void conclusion() {
        conclude(quebec, britishColumbia);
    }

    @AfterAll
    void close() {
        britishColumbia.close();
        quebec.close();
    }

    @Test
    @Order(1)
    void an_act_is_refused_unless_its_party_signed_it() {
        assertRefused(act(sign(TestGovernment.QUEBEC, "CA-QC", "forged-01")), "forged");
        assertRefused(act(sign(keys(quebec), "CA-BC", "forged-02")), "forged");
        assertRefused(act(sign(TestGovernment.ONTARIO, "CA-ON", "stranger1")), "not_a_party");
        assertThat(held(britishColumbia).pending()).isEmpty();
    }

    @Test
    @Order(2)
    void an_unknown_entente_or_another_document_is_refused() {
        EntenteState elsewhere = inForce();
        SignedAct act = TestEntentes.sign(keys(quebec), "elsewhere1", elsewhere, "CA-QC", Instant.now(), suspension());
        assertRefused(receive(MessageType.ACT, acts(act)), "unknown_entente");
        assertRefused(
                standing(
                        entryIntoForce(entente(), TestGovernment.QUEBEC, TestGovernment.BRITISH_COLUMBIA),
                        Instant.now()),
                "unknown_entente");
    }

    @Test
    @Order(3)
    void a_transition_is_refused_when_forged_out_of_order_or_contradicting() {
        EntenteState state = held(britishColumbia).chain();
        SignedAct suspend = sign(keys(quebec), "CA-QC", "suspend-1");
        Transition forged = order(keys(britishColumbia), state, suspend);
        assertRefused(transition(forged), "not_by_depositary");
        Transition second = order(keys(quebec), state, suspend);
        EntenteState after = ((Verdict.Applied) state.apply(second, Instant.now())).state();
        Transition third = order(keys(quebec), after, sign(keys(quebec), "CA-QC", "suspend-2"));
        assertRefused(transition(third), "out_of_order");
        Transition other = Transition.order(
                keys(quebec),
                EntenteState.of(state.entente()),
                new Transition.Content.EntryIntoForce(
                        held(britishColumbia).signatures().elements()),
                Instant.now());
        assertRefused(transition(other), "contradicts_history");
        assertThat(held(britishColumbia).chain()).isEqualTo(state);
        assertThat(rule(britishColumbia, britishColumbia, quebec)).isInstanceOf(Ruling.Permitted.class);
    }

    @Test
    @Order(4)
    void what_is_malformed_changes_nothing() {
        long before = version();
        for (String jws : List.of("x.y." + "A".repeat(86), "..")) {
            try {
                receive(MessageType.TRANSITION, Json.newObject().put("transition", jws));
                throw new AssertionError("was taken");
            } catch (ProtocolError e) {
                assertThat(e.code()).isEqualTo("invalid_request");
            }
        }
        assertThat(version()).isEqualTo(before);
    }

    @Test
    @Order(5)
    void a_transition_or_an_act_that_comes_twice_changes_nothing() {
        Transition first = held(britishColumbia).transitions().getFirst().transition();
        Held before = held(britishColumbia);
        assertThat(transition(first)).isInstanceOf(ReceiveOutcome.Accepted.class);
        assertThat(held(britishColumbia).chain()).isEqualTo(before.chain());

        SignedAct act = sign(keys(quebec), "CA-QC", "suspend-9");
        assertThat(act(act)).isInstanceOf(ReceiveOutcome.Accepted.class);
        assertThat(act(act)).isInstanceOf(ReceiveOutcome.Accepted.class);
        assertThat(held(britishColumbia).pending()).hasSize(1);
        assertRefused(act(sign(keys(quebec), "CA-QC", "suspend-9")), "spent");
        assertThat(act(sign(keys(britishColumbia), "CA-BC", "suspend-9"))).isInstanceOf(ReceiveOutcome.Accepted.class);
        assertThat(held(britishColumbia).pending()).hasSize(2);
    }

    @Test
    @Order(6)
    void a_suspension_holds_here_although_the_depositary_keeps_it_back() {
        assertThat(held(britishColumbia).chain().suspensions()).isEmpty();
        assertThat(rule(britishColumbia, britishColumbia, quebec)).isInstanceOf(Ruling.Refused.class);
    }

    @Test
    @Order(7)
    void a_standing_is_believed_only_by_a_transition_that_the_depositary_signed() {
        EntenteState state = held(britishColumbia).chain();
        SignedAct suspend = sign(keys(quebec), "CA-QC", "suspend-1");
        assertRefused(standing(order(keys(britishColumbia), state, suspend), Instant.now()), "not_by_depositary");
        ObjectNode claims = CompactJws.parse(order(keys(quebec), state, suspend).jws())
                .claims()
                .put("number", Integer.MAX_VALUE);
        String endless = CompactJws.sign(keys(quebec), Transition.TYPE, claims);
        assertThatThrownBy(() -> receive(MessageType.STANDING, Json.newObject().put("transition", endless)))
                .isInstanceOf(ProtocolError.class);
        assertThat(held(britishColumbia).inStep()).isTrue();
        assertThat(held(britishColumbia).chain()).isEqualTo(state);
    }

    @Test
    @Order(8)
    void a_depositary_that_says_two_things_puts_this_node_out_of_step_and_it_says_so() {
        EntenteState state = held(britishColumbia).chain();
        Transition other = Transition.order(
                keys(quebec),
                EntenteState.of(state.entente()),
                new Transition.Content.EntryIntoForce(
                        held(britishColumbia).signatures().elements()),
                Instant.now());
        assertThat(standing(other, Instant.now().plusSeconds(15))).isInstanceOf(ReceiveOutcome.Accepted.class);
        assertOutOfStep();
        assertThat(rule(quebec, britishColumbia, quebec)).isInstanceOf(Ruling.Permitted.class);
    }

    @Test
    @Order(9)
    void the_public_record_ends_what_the_depositary_said_wrongly_before() {
        await().atMost(PATIENCE).until(() -> held(britishColumbia).inStep());
        EntenteState state = held(britishColumbia).chain();
        EntenteState invented = TestEntentes.at(state, 90_000);
        Transition ahead = order(keys(quebec), invented, sign(keys(quebec), "CA-QC", "suspend-1"));
        assertThat(standing(ahead, Instant.now().plusSeconds(15))).isInstanceOf(ReceiveOutcome.Accepted.class);
        assertOutOfStep();
        await().atMost(PATIENCE).until(() -> held(britishColumbia).inStep());
        assertThat(held(britishColumbia).chain()).isEqualTo(state);
    }

    @Test
    @Order(10)
    void a_node_that_a_message_never_reached_catches_up_from_the_public_record() {
        performUnheard(suspension());
        awaitNumber(2, quebec, britishColumbia);
        await().atMost(PATIENCE).until(() -> held(britishColumbia).inStep());
        assertThat(hashes(quebec, britishColumbia)).hasSize(1);
    }

    @Test
    @Order(11)
    void a_standing_that_shows_the_next_transition_brings_it() {
        String suspension =
                held(quebec).chain().suspensions().keySet().iterator().next();
        performUnheard(ActJson.lift(suspension));
        Transition last = held(quebec).transitions().getLast().transition();
        assertThat(standing(last, Instant.now())).isInstanceOf(ReceiveOutcome.Accepted.class);
        assertThat(held(britishColumbia).chain().head()).isEqualTo(last.hash());
        assertThat(held(britishColumbia).inStep()).isTrue();
    }

    private void performUnheard(ActJson.Written act) {
        quebec.bean(TransactionOperations.class).executeWithoutResult(transaction -> {
            perform(quebec, act);
            quebec.bean(JdbcClient.class).sql("delete from frontier.outbox").update();
        });
    }

    private void assertOutOfStep() {
        assertThat(held(britishColumbia).inStep()).isFalse();
        assertThat(rule(britishColumbia, britishColumbia, quebec))
                .isInstanceOfSatisfying(
                        Ruling.Refused.class,
                        refused -> assertThat(refused.step()).isEqualTo(RulingStep.IN_STEP));
    }

    private ReceiveOutcome standing(Transition last, Instant now) {
        return receive(MessageType.STANDING, Json.newObject().put("transition", last.jws()), now);
    }

    private ReceiveOutcome receive(String type, ObjectNode body) {
        return receive(type, body, Instant.now());
    }

    private ReceiveOutcome receive(String type, ObjectNode body, Instant now) {
        Receiver receiver = britishColumbia.context().getBeansOfType(Receiver.class).values().stream()
                .filter(candidate -> candidate.type().equals(type))
                .findFirst()
                .orElseThrow();
        return britishColumbia.bean(TransactionOperations.class).execute(transaction -> {
            ReceiveOutcome outcome = receiver.receive(quebec.origin(), body, now);
            if (outcome instanceof ReceiveOutcome.Refused) {
                transaction.setRollbackOnly();
            }
            return outcome;
        });
    }

    private ReceiveOutcome act(SignedAct act) {
        return receive(MessageType.ACT, acts(act));
    }

    private ReceiveOutcome transition(Transition transition) {
        return receive(MessageType.TRANSITION, Json.newObject().put("transition", transition.jws()));
    }

    private static ObjectNode acts(SignedAct act) {
        ObjectNode body = Json.newObject();
        body.putArray("acts").add(act.jws());
        return body;
    }

    private SignedAct sign(Signer signer, String party, String id) {
        return TestEntentes.sign(signer, id, held(britishColumbia).chain(), party, Instant.now(), suspension());
    }

    private static Transition order(Signer by, EntenteState state, SignedAct act) {
        return Transition.order(by, state, new Transition.Content.Acts(List.of(act)), Instant.now());
    }

    private static ActJson.Written suspension() {
        return ActJson.suspend(new Target("CA-QC", Target.Direction.BOTH, Set.of(), Set.of()), Act.Cause.MAINTENANCE);
    }

    private static Signer keys(TestNode node) {
        return node.bean(Keys.class).federation();
    }

    private long version() {
        return britishColumbia
                .bean(JdbcClient.class)
                .sql("select version from agreements.ledger")
                .query(Long.class)
                .single();
    }

    private static void assertRefused(ReceiveOutcome outcome, String code) {
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        ReceiveOutcome.Refused.class,
                        refused -> assertThat(refused.code()).isEqualTo(code));
    }
}
