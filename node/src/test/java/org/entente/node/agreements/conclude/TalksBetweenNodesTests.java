package org.entente.node.agreements.conclude;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.entente.node.agreements.TestParties.NAME;
import static org.entente.node.agreements.TestParties.PATIENCE;
import static org.entente.node.agreements.TestParties.agree;
import static org.entente.node.agreements.TestParties.approve;
import static org.entente.node.agreements.TestParties.draft;
import static org.entente.node.agreements.TestParties.government;
import static org.entente.node.agreements.TestParties.held;
import static org.entente.node.agreements.TestParties.introduce;
import static org.entente.node.agreements.TestParties.propose;
import static org.entente.node.agreements.TestParties.rule;
import static org.entente.node.agreements.TestParties.sign;
import static org.entente.node.agreements.TestParties.talks;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.entente.node.TestNode;
import org.entente.node.agreements.Ruling;
import org.entente.node.agreements.TestParties;
import org.entente.node.agreements.conclude.ApproveEntente.Approving;
import org.entente.node.agreements.document.Entente;
import org.entente.node.agreements.held.Holdings;
import org.entente.node.agreements.life.Act;
import org.entente.node.agreements.life.ActJson;
import org.entente.node.agreements.life.Target;
import org.entente.node.agreements.negotiation.Move;
import org.entente.node.frontier.ReceiveOutcome;
import org.entente.node.frontier.Receiver;
import org.entente.node.keys.Keys;
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
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Two real nodes that talk about texts, one of which is amended later, without a council. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TalksBetweenNodesTests {
    private final TestNode quebec = government("quebec", "CA-QC");
    private final TestNode britishColumbia = government("british-columbia", "CA-BC");

    @BeforeAll
    void introduction() {
        introduce(quebec, britishColumbia);
    }

    @AfterAll
    void close() {
        britishColumbia.close();
        quebec.close();
    }

    @Test
    @Order(1)
    void two_that_counter_at_once_have_the_same_text_on_the_table() {
        propose(quebec, twoOfficers(draft(quebec, britishColumbia)));
        awaitText(britishColumbia, held(quebec).entente().hash());
        String first = held(quebec).entente().hash();
        assertThat(counter(quebec, first, "Un")).isInstanceOf(MoveOutcome.Done.class);
        assertThat(counter(britishColumbia, first, "Two")).isInstanceOf(MoveOutcome.Done.class);
        await().atMost(PATIENCE)
                .until(() -> talks(quebec, NAME).negotiation().moves().size() == 3
                        && talks(britishColumbia, NAME).negotiation().moves().size() == 3);
        assertThat(talks(quebec, NAME).text())
                .isEqualTo(talks(britishColumbia, NAME).text());
        assertThat(talks(quebec, NAME).agreed()).hasSize(1);
    }

    @Test
    @Order(2)
    void an_answer_to_a_text_that_is_no_longer_on_the_table_is_refused() {
        String first = talks(quebec, NAME).negotiation().opening().orElseThrow().hash();
        assertThat(counter(quebec, first, "Trois")).isInstanceOf(MoveOutcome.OtherText.class);
        assertThat(quebec.bean(MakeMove.class).agree(NAME, first, "officer", Instant.now()))
                .isInstanceOf(MoveOutcome.OtherText.class);
        assertThat(quebec.bean(MakeMove.class).agree("none", first, "officer", Instant.now()))
                .isInstanceOf(MoveOutcome.NotFound.class);
    }

    @Test
    @Order(3)
    void an_agreement_that_was_lost_for_good_is_made_up_for() {
        TestNode one = talks(quebec, NAME).agreed().contains("CA-QC") ? britishColumbia : quebec;
        TestNode other = one == quebec ? britishColumbia : quebec;
        one.bean(TransactionOperations.class).executeWithoutResult(transaction -> {
            agree(one, NAME);
            one.bean(JdbcClient.class).sql("delete from frontier.outbox").update();
        });
        assertThat(talks(one, NAME).isAgreed()).isTrue();
        assertThat(talks(other, NAME).isAgreed()).isFalse();
        compareNow(other);
        await().atMost(PATIENCE).until(() -> talks(other, NAME).isAgreed());
    }

    @Test
    @Order(4)
    void the_steps_of_an_approval_are_taken_in_order_by_two_officers_where_the_path_says_so() {
        String text = talks(quebec, NAME).text().hash();
        assertThat(take(text, 2, "first")).isInstanceOf(ApproveOutcome.TooEarly.class);
        assertThat(take(text, 1, "first")).isInstanceOf(ApproveOutcome.Done.class);
        assertThat(take(text, 2, "first")).isInstanceOf(ApproveOutcome.SameOfficer.class);
        assertThat(take("A".repeat(43), 2, "second")).isInstanceOf(ApproveOutcome.OtherText.class);
        assertThat(quebec.bean(SignEntente.class).sign(NAME, text, "client test", Instant.now()))
                .isInstanceOf(SignOutcome.NotApproved.class);
        assertThat(take(text, 2, "second")).isInstanceOf(ApproveOutcome.Done.class);
        assertThat(take(text, 3, "second")).isInstanceOf(ApproveOutcome.NotFound.class);
    }

    @Test
    @Order(5)
    void a_signature_that_was_lost_for_good_is_made_up_for() {
        String text = talks(quebec, NAME).text().hash();
        britishColumbia.bean(TransactionOperations.class).executeWithoutResult(transaction -> {
            approve(britishColumbia, NAME);
            assertThat(britishColumbia.bean(SignEntente.class).sign(NAME, text, "client test", Instant.now()))
                    .isInstanceOf(SignOutcome.Done.class);
            britishColumbia
                    .bean(JdbcClient.class)
                    .sql("delete from frontier.outbox")
                    .update();
        });
        assertThat(quebec.bean(SignEntente.class).sign(NAME, text, "client test", Instant.now()))
                .isInstanceOf(SignOutcome.Done.class);
        assertThat(held(quebec).chain().hasEntered()).isFalse();
        compareNow(quebec);
        TestParties.awaitNumber(1, quebec, britishColumbia);
        assertThat(TestParties.hashes(quebec, britishColumbia)).hasSize(1);
        assertThat(held(britishColumbia).talks()).isEmpty();
    }

    @Test
    @Order(6)
    void the_next_version_replaces_the_one_in_force_on_both_nodes_and_what_is_suspended_stays_so() {
        TestParties.perform(
                britishColumbia,
                ActJson.suspend(new Target("CA-BC", Target.Direction.BOTH, Set.of(), Set.of()), Act.Cause.MAINTENANCE));
        TestParties.awaitNumber(2, quebec, britishColumbia);
        String inForce = held(quebec).entente().hash();
        assertThat(counter(britishColumbia, inForce, "Version 2")).isInstanceOf(MoveOutcome.Done.class);
        await().atMost(PATIENCE).until(() -> held(quebec).talks().isPresent());
        agree(quebec, NAME);
        sign(quebec, NAME);
        sign(britishColumbia, NAME);
        TestParties.awaitNumber(3, quebec, britishColumbia);
        for (TestNode node : List.of(quebec, britishColumbia)) {
            assertThat(held(node).entente().version()).isEqualTo(2);
            assertThat(held(node).entente().supersedes()).contains(inForce);
            assertThat(held(node).signatures().areComplete()).isTrue();
            assertThat(held(node).state().suspensions()).hasSize(1);
        }
        String suspension =
                held(quebec).chain().suspensions().keySet().iterator().next();
        TestParties.perform(britishColumbia, ActJson.lift(suspension));
        TestParties.awaitNumber(4, quebec, britishColumbia);
        assertThat(TestParties.hashes(quebec, britishColumbia)).hasSize(1);
        await().atMost(PATIENCE)
                .until(() -> rule(britishColumbia, britishColumbia, quebec) instanceof Ruling.Permitted);
    }

    @Test
    @Order(7)
    void a_party_ends_the_talks_for_both_and_nothing_moves_after() {
        propose(quebec, draft(quebec, britishColumbia).put("name", "ended"));
        await().atMost(PATIENCE)
                .until(() -> britishColumbia.bean(Holdings.class).find("ended").isPresent());
        String text = held(quebec, "ended").entente().hash();
        assertThat(britishColumbia.bean(MakeMove.class).reject("ended", text, "officer", Instant.now()))
                .isInstanceOf(MoveOutcome.Done.class);
        await().atMost(PATIENCE).until(() -> !talks(quebec, "ended").isOpenAt(Instant.now()));
        assertThat(quebec.bean(MakeMove.class).agree("ended", text, "officer", Instant.now()))
                .isInstanceOf(MoveOutcome.Closed.class);
        assertThat(quebec.bean(ApproveEntente.class).approve("ended", new Approving(text, 1, "first"), Instant.now()))
                .isInstanceOf(ApproveOutcome.Closed.class);
    }

    @Test
    @Order(8)
    void a_flood_of_proposals_ends_at_a_limit_and_leaves_room_for_our_own() {
        for (int i = 1; i < TakeMove.MAX_OPEN_OF_ONE; i++) {
            assertThat(proposal("flood-" + i)).isInstanceOf(ReceiveOutcome.Accepted.class);
        }
        assertRefused(proposal("flood-999"), "full");
        assertRefused(proposal(NAME), "other_version");
        propose(britishColumbia, ours("libraries"));
    }

    @Test
    @Order(9)
    void proposals_that_came_to_nothing_are_forgotten_and_what_is_in_force_is_not() {
        Instant later = Instant.now().plus(Duration.ofDays(91));
        britishColumbia.bean(CompareTables.class).compare(later);
        assertThat(britishColumbia.bean(Holdings.class).all())
                .extracting(held -> held.entente().name())
                .containsExactly(NAME);
    }

    @Test
    @Order(10)
    void a_proposal_that_was_lost_for_good_is_made_up_for() {
        quebec.bean(TransactionOperations.class).executeWithoutResult(transaction -> {
            propose(quebec, draft(quebec, britishColumbia).put("name", "lost"));
            quebec.bean(JdbcClient.class).sql("delete from frontier.outbox").update();
        });
        compareNow(quebec);
        await().atMost(PATIENCE)
                .until(() -> britishColumbia.bean(Holdings.class).find("lost").isPresent());
        assertThat(talks(britishColumbia, "lost").text())
                .isEqualTo(talks(quebec, "lost").text());
    }

    /** As when the pause until the next comparison is over. */
    private static void compareNow(TestNode node) {
        node.bean(JdbcClient.class)
                .sql(
                        "update agreements.ententes set tell_after = now() - interval '1 second' where tell_after is not null")
                .update();
        node.bean(CompareTables.class).compare(Instant.now());
    }

    private ApproveOutcome take(String text, int step, String officer) {
        return quebec.bean(ApproveEntente.class).approve(NAME, new Approving(text, step, officer), Instant.now());
    }

    private MoveOutcome counter(TestNode by, String predecessor, String notice) {
        ObjectNode draft = twoOfficers(draft(quebec, britishColumbia));
        draft.putObject("notice").put("fr", notice).put("en", notice);
        return by.bean(ReviseEntente.class).propose(NAME, predecessor, draft, "officer", Instant.now());
    }

    private static ObjectNode twoOfficers(ObjectNode draft) {
        ((ObjectNode) draft.at("/parties/0/approval/1")).put("by_another", true);
        return draft;
    }

    private ObjectNode ours(String name) {
        ObjectNode draft = draft(quebec, britishColumbia).put("name", name);
        ArrayNode parties = (ArrayNode) draft.path("parties");
        parties.insert(0, parties.remove(1));
        return draft;
    }

    /** What Québec's node proposes to British Columbia's, as it arrives there. */
    private ReceiveOutcome proposal(String name) {
        Entente other = held(quebec, "ended").entente();
        Entente text = Entente.parse(other.json().put("id", quebec.origin() + "/ententes/" + name));
        Move move = Move.sign(
                quebec.bean(Keys.class).federation(),
                text,
                "CA-QC",
                Instant.now(),
                new Move.Step.Propose(text.hash(), 1, ""));
        ObjectNode body = Json.newObject().put("move", move.jws());
        body.set("document", text.json());
        Receiver receiver = britishColumbia.bean(MoveReceiver.class);
        return britishColumbia.bean(TransactionOperations.class).execute(transaction -> {
            ReceiveOutcome outcome = receiver.receive(quebec.origin(), body, Instant.now());
            if (outcome instanceof ReceiveOutcome.Refused) {
                transaction.setRollbackOnly();
            }
            return outcome;
        });
    }

    private static void assertRefused(ReceiveOutcome outcome, String code) {
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        ReceiveOutcome.Refused.class,
                        refused -> assertThat(refused.code()).isEqualTo(code));
    }

    private static void awaitText(TestNode node, String hash) {
        await().atMost(PATIENCE)
                .until(() -> node.bean(Holdings.class)
                        .find(NAME)
                        .filter(held -> held.entente().hash().equals(hash))
                        .isPresent());
    }
}
