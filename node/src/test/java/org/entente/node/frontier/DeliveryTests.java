package org.entente.node.frontier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.entente.node.TestNode;
import org.entente.node.frontier.Crossing.Direction;
import org.entente.node.frontier.Crossing.Kind;
import org.entente.node.keys.FederationKeys;
import org.entente.protocols.json.Json;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.node.ObjectNode;

class DeliveryTests {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private TestNode gaspe;
    private TestNode tadoussac;

    @BeforeEach
    void start() {
        gaspe = TestNode.government("gaspe");
        tadoussac = TestNode.government("tadoussac");
        TestPost.introduce(gaspe, tadoussac);
    }

    @AfterEach
    void stop() {
        gaspe.close();
        tadoussac.close();
    }

    @Test
    void delivers_in_order_and_both_sides_record_the_same_crossing() {
        TestPost.introduce(tadoussac, gaspe);

        IntStream.range(0, 20).forEach(height -> post(TestTides.tide("gaspe", height)));

        await().atMost(PATIENCE).until(() -> taken().size() == 20);
        assertThat(taken().stream().map(body -> body.path("centimetres").asInt()))
                .containsExactlyElementsOf(IntStream.range(0, 20).boxed().toList());
        await().atMost(PATIENCE).until(() -> outbox("delivered") == 20);
        assertThat(hashes(gaspe, Direction.OUT)).isEqualTo(hashes(tadoussac, Direction.IN));
    }

    @Test
    void tries_again_until_the_recipient_knows_the_sender() {
        post(TestTides.tide("gaspe", 7));
        await().atMost(PATIENCE)
                .until(() -> TestPost.count(gaspe, "select coalesce(max(failures), 0) from frontier.lanes") > 0);
        assertThat(taken()).isEmpty();

        TestPost.introduce(tadoussac, gaspe);

        await().atMost(PATIENCE).until(() -> outbox("delivered") == 1);
        assertThat(taken()).hasSize(1);
        assertThat(hashes(gaspe, Direction.OUT)).hasSize(1);
    }

    @Test
    void signs_by_the_key_before_for_whoever_does_not_believe_the_present_one() {
        TestPost.introduce(tadoussac, gaspe);
        FederationKeys keys = gaspe.bean(FederationKeys.class);
        gaspe.bean(TransactionOperations.class).executeWithoutResult(transaction -> {
            keys.prepare(Instant.now());
            keys.adopt(Instant.now());
        });

        post(TestTides.tide("gaspe", 1));
        post(TestTides.tide("gaspe", 2));

        await().atMost(PATIENCE).until(() -> outbox("delivered") == 2);
        assertThat(taken()).containsExactly(TestTides.tide("gaspe", 1), TestTides.tide("gaspe", 2));
        assertThat(TestPost.count(gaspe, "select max(attempts) from frontier.outbox"))
                .as("within the same attempt")
                .isEqualTo(1);
        assertThat(hashes(gaspe, Direction.OUT)).containsAll(hashes(tadoussac, Direction.IN));
    }

    @Test
    void goes_on_after_a_message_that_the_recipient_refuses() {
        TestPost.introduce(tadoussac, gaspe);

        post(TestTides.tide("perce", 1));
        post(TestTides.tide("gaspe", 2));

        await().atMost(PATIENCE).until(() -> outbox("delivered") == 1);
        assertThat(outbox("refused")).isEqualTo(1);
        assertThat(cameToNothing("no_such_tide")).isEqualTo(1);
        assertThat(taken()).hasSize(1);
        assertThat(TestPost.received(tadoussac)).isEqualTo(1);
    }

    @Test
    void records_of_what_is_signed_again_under_another_key_that_the_first_came_to_nothing() {
        post(TestTides.tide("gaspe", 7));
        await().atMost(PATIENCE)
                .until(() -> TestPost.count(gaspe, "select coalesce(max(failures), 0) from frontier.lanes") > 0);
        FederationKeys federationKeys = gaspe.bean(FederationKeys.class);
        gaspe.bean(TransactionOperations.class).executeWithoutResult(transaction -> {
            federationKeys.prepare(Instant.now());
            federationKeys.adopt(Instant.now());
            federationKeys.giveUpFormer();
        });

        TestPost.introduce(tadoussac, gaspe);

        await().atMost(PATIENCE).until(() -> outbox("delivered") == 1);
        assertThat(cameToNothing("signed_again")).isPositive();
        assertThat(hashes(gaspe, Direction.OUT)).hasSize(1 + cameToNothing("signed_again"));
    }

    @Test
    void whom_no_key_of_ours_convinces_is_tried_by_every_key_less_often_in_the_end() {
        FederationKeys federationKeys = gaspe.bean(FederationKeys.class);
        gaspe.bean(TransactionOperations.class).executeWithoutResult(transaction -> {
            federationKeys.prepare(Instant.now());
            federationKeys.adopt(Instant.now());
            federationKeys.giveUpFormer();
        });
        post(TestTides.tide("gaspe", 7));
        awaitAttempts(9);
        int left = hashes(gaspe, Direction.OUT).size();

        awaitAttempts(12);

        assertThat(hashes(gaspe, Direction.OUT)).hasSize(left);
        assertThat(hashes(gaspe, Direction.OUT)).hasSize(1 + cameToNothing("signed_again"));
    }

    /** Without the pauses between them, the first eight apart. */
    private void awaitAttempts(int attempts) {
        await().atMost(PATIENCE).until(() -> {
            JdbcClient sql = gaspe.bean(JdbcClient.class);
            sql.sql("update frontier.outbox set attempts = 8 where attempts between 1 and 7")
                    .update();
            sql.sql("update frontier.lanes set failures = 0").update();
            return TestPost.count(gaspe, "select coalesce(max(attempts), 0) from frontier.outbox") >= attempts;
        });
    }

    @Test
    void sends_nothing_of_what_was_rolled_back() {
        TestPost.introduce(tadoussac, gaspe);

        gaspe.bean(TransactionOperations.class).executeWithoutResult(transaction -> {
            gaspe.bean(Frontier.class)
                    .post(tadoussac.origin(), TestTides.TYPE, TestTides.tide("gaspe", 1), Instant.now());
            transaction.setRollbackOnly();
        });
        post(TestTides.tide("gaspe", 2));

        await().atMost(PATIENCE).until(() -> outbox("delivered") == 1);
        assertThat(taken()).containsExactly(TestTides.tide("gaspe", 2));
    }

    @Test
    void refuses_to_send_what_is_not_in_the_closed_list() {
        ObjectNode withMore = TestTides.tide("gaspe", 1).put("note", "free text");

        assertThatThrownBy(() -> post(withMore)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> post("letter", Json.newObject())).isInstanceOf(IllegalArgumentException.class);
    }

    private void post(ObjectNode body) {
        post(TestTides.TYPE, body);
    }

    private void post(String type, ObjectNode body) {
        gaspe.bean(TransactionOperations.class)
                .executeWithoutResult(
                        transaction -> gaspe.bean(Frontier.class).post(tadoussac.origin(), type, body, Instant.now()));
    }

    private List<ObjectNode> taken() {
        return tadoussac.bean(TestTides.class).taken();
    }

    private int outbox(String state) {
        return TestPost.count(gaspe, "select count(*) from frontier.outbox where state = '" + state + "'");
    }

    /** How many messages that left are journalled to have come to nothing. */
    private int cameToNothing(String reason) {
        return TestPost.count(gaspe, """
                        select count(*) from frontier.blocked b
                        join journal.leaves l on l.id = b.leaf and l.type = 'message-undelivered'
                        join frontier.crossings c on c.sha256 = b.sha256 and c.direction = 'out'
                        where b.reason = '""" + reason + "'");
    }

    private static List<String> hashes(TestNode node, Direction direction) {
        return node.bean(Frontier.class).crossings(Frontier.MAX_LISTED).stream()
                .filter(crossing -> crossing.kind() == Kind.MESSAGE && crossing.direction() == direction)
                .map(Crossing::sha256)
                .toList();
    }
}
