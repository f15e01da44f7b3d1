package org.entente.node.frontier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.entente.node.TestNode;
import org.entente.node.frontier.crossing.Blocked;
import org.entente.node.frontier.crossing.DailyRefusals;
import org.entente.node.frontier.message.Message;
import org.entente.node.keys.Keys;
import org.entente.node.signin.Simultaneously;
import org.entente.protocols.Base64Url;
import org.entente.protocols.json.Json;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.node.ObjectNode;

/** A government whose node sends without end fills neither our journal nor our tables, and no other suffers by it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FloodTests {
    private static final int PER_HOUR = 12;
    private static final int REFUSALS = 3;
    private static final int PER_DAY = 4;

    private TestNode gaspe;
    private TestNode matane;
    private TestNode tadoussac;

    private int blockedBefore;

    @BeforeAll
    void start() {
        gaspe = TestNode.government("gaspe");
        matane = TestNode.government("matane");
        tadoussac = TestNode.government(
                "tadoussac",
                Map.of(
                        "entente.frontier.limits.messages-per-hour", PER_HOUR,
                        "entente.frontier.limits.refusals-per-hour", REFUSALS,
                        "entente.frontier.limits.refusals-per-day", PER_DAY,
                        "entente.frontier.limits.strangers-refusals-per-day", PER_DAY));
        TestPost.introduce(tadoussac, gaspe);
        TestPost.introduce(tadoussac, matane);
    }

    @BeforeEach
    void forget() {
        tadoussac.bean(JdbcClient.class).sql("delete from limits.uses").update();
        blockedBefore = leaves();
    }

    @AfterAll
    void stop() {
        gaspe.close();
        matane.close();
        tadoussac.close();
    }

    @Test
    void of_fifty_messages_at_once_to_two_processes_as_many_are_taken_as_are_allowed() throws Exception {
        int before = TestPost.received(tadoussac);
        try (TestNode twin = tadoussac.twin()) {
            List<String> messages = Simultaneously.attempt(50, i -> () -> good(gaspe));
            List<HttpResponse<String>> answers = Simultaneously.attempt(
                    50, i -> () -> TestPost.post((i % 2 == 0 ? tadoussac : twin).address(), messages.get(i)));

            assertThat(answers).filteredOn(answer -> answer.statusCode() == 200).hasSize(PER_HOUR);
            assertThat(answers).filteredOn(answer -> answer.statusCode() == 429).hasSize(50 - PER_HOUR);
        }
        assertThat(TestPost.received(tadoussac)).isEqualTo(before + PER_HOUR);
        assertThat(blocked()).isEqualTo(1);
        assertThat(TestPost.post(tadoussac.origin(), good(matane)).statusCode()).isEqualTo(200);
    }

    @Test
    void says_when_to_come_back() throws Exception {
        for (int i = 0; i < PER_HOUR; i++) {
            TestPost.post(tadoussac.origin(), good(gaspe));
        }

        HttpResponse<String> answer = TestPost.post(tadoussac.origin(), good(gaspe));

        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValueAsLong("Retry-After").orElseThrow())
                .isBetween(1L, 3600L);
        assertThat(Json.object(answer.body()).path("error").asString()).isEqualTo("too_many_requests");
    }

    @Test
    void what_was_taken_before_is_answered_as_before() throws Exception {
        String first = good(gaspe);
        String receipt = TestPost.post(tadoussac.origin(), first).body();
        for (int i = 0; i < PER_HOUR; i++) {
            TestPost.post(tadoussac.origin(), good(gaspe));
        }

        assertThat(TestPost.post(tadoussac.origin(), first).body()).isEqualTo(receipt);
    }

    @Test
    void refusals_are_all_answered_and_journalled_up_to_their_limit() throws Exception {
        for (int i = 0; i < REFUSALS + 4; i++) {
            Message m = TestPost.message(gaspe, tadoussac);
            Message senseless = new Message(
                    m.sender(), m.recipient(), m.id(), m.issuedAt(), m.expiresAt(), m.type(), Json.newObject());
            assertThat(TestPost.post(tadoussac.origin(), TestPost.signed(senseless, gaspe))
                            .statusCode())
                    .isEqualTo(400);
        }

        assertThat(blocked()).isEqualTo(REFUSALS + 1);
        assertThat(TestPost.post(tadoussac.origin(), good(gaspe)).statusCode()).isEqualTo(200);
    }

    @Test
    void nobody_uses_up_what_belongs_to_another() throws Exception {
        Message m = TestPost.message(gaspe, tadoussac);
        for (int i = 0; i < PER_HOUR + 1; i++) {
            assertThat(TestPost.post(tadoussac.origin(), TestPost.signed(m, matane))
                            .statusCode())
                    .isEqualTo(401);
        }

        assertThat(TestPost.post(tadoussac.origin(), good(gaspe)).statusCode()).isEqualTo(200);
    }

    @Test
    void a_sender_waits_as_long_as_it_is_asked_to() {
        TestPost.introduce(gaspe, tadoussac);
        for (int i = 0; i < PER_HOUR + 1; i++) {
            ObjectNode tide = TestTides.tide("gaspe", i);
            gaspe.bean(TransactionOperations.class)
                    .executeWithoutResult(transaction ->
                            gaspe.bean(Frontier.class).post(tadoussac.origin(), TestTides.TYPE, tide, Instant.now()));
        }

        await().atMost(Duration.ofSeconds(20))
                .until(() -> TestPost.count(gaspe, "select failures from frontier.lanes") == 1);
        assertThat(TestPost.count(gaspe, "select count(*) from frontier.outbox where state = 'delivered'"))
                .isEqualTo(PER_HOUR);
        assertThat(TestPost.count(
                        gaspe, "select ceil(extract(epoch from not_before - now()))::int from frontier.lanes"))
                .isBetween(2, 3600);
    }

    @Test
    void what_anybody_can_send_in_a_peers_name_leaves_one_leaf_a_day() throws Exception {
        for (int i = 0; i < 3; i++) {
            Message m = TestPost.message(gaspe, tadoussac);
            Message elsewhere =
                    new Message(m.sender(), gaspe.origin(), m.id(), m.issuedAt(), m.expiresAt(), m.type(), m.body());
            TestPost.post(tadoussac.origin(), TestPost.signed(m, tadoussac));
            TestPost.post(tadoussac.origin(), TestPost.signed(elsewhere, gaspe));
            TestPost.post(tadoussac.origin(), "a.b." + i);
        }
        for (String reason : List.of("invalid_signature", "wrong_recipient")) {
            assertThat(TestPost.count(
                            tadoussac,
                            "select count(*) from frontier.blocked b join journal.leaves l on l.id = b.leaf"
                                    + " where l.type = 'message-unattributed' and b.reason = '" + reason + "'"))
                    .as(reason + ", over midnight at most")
                    .isBetween(1, 2);
        }
    }

    @Test
    void what_a_peer_signed_and_nobody_can_read_leaves_one_leaf_a_day() throws Exception {
        for (int i = 0; i < 3; i++) {
            String twice = "{\"iss\":\"" + gaspe.origin() + "\",\"jti\":" + i + ",\"jti\":0}";
            assertThat(TestPost.post(tadoussac.origin(), signed(twice, gaspe)).statusCode())
                    .isEqualTo(400);
            TestPost.post(
                    tadoussac.origin(),
                    signed(
                            twice.replace(
                                    gaspe.origin().toString(), matane.origin().toString()),
                            gaspe));
            TestPost.post(tadoussac.origin(), signed(twice.replace("iss", "sub"), gaspe));
            String published =
                    twice.replace(gaspe.origin().toString(), matane.origin().toString());
            TestPost.post(tadoussac.origin(), signed(published, "entity-statement+jwt", matane));
        }
        assertThat(unreadable(gaspe)).as("over midnight at most").isBetween(1, 2);
        assertThat(unreadable(matane)).isZero();
    }

    private int unreadable(TestNode peer) {
        return TestPost.count(
                tadoussac,
                "select count(*) from frontier.blocked b join journal.leaves l on l.id = b.leaf"
                        + " where l.type = 'message-unreadable' and b.peer = '" + peer.origin() + "'");
    }

    private static String signed(String payload, TestNode signer) {
        return signed(payload, Message.TYPE, signer);
    }

    private static String signed(String payload, String type, TestNode signer) {
        String input =
                Base64Url.encode("{\"alg\":\"ES256\",\"typ\":\"" + type + "\"}") + "." + Base64Url.encode(payload);
        return input + "."
                + Base64Url.encode(
                        signer.bean(Keys.class).federation().sign(input.getBytes(StandardCharsets.US_ASCII)));
    }

    @Test
    void nobody_uses_up_what_is_journalled_of_another() {
        Instant day = Instant.parse("2031-05-01T08:00:00Z");
        for (int i = 0; i < PER_DAY + 2; i++) {
            refuse(URI.create("https://stranger-" + i + ".example"), "redirected", day);
            refuse(gaspe.origin(), "reason-" + i, day);
        }
        refuse(matane.origin(), "redirected", day);

        assertThat(documents("peer like '%stranger%'")).isEqualTo(PER_DAY);
        assertThat(documents("peer = '" + gaspe.origin() + "'")).isEqualTo(PER_DAY);
        assertThat(documents("peer = '" + matane.origin() + "'")).isEqualTo(1);
    }

    private void refuse(URI publisher, String reason, Instant at) {
        tadoussac.bean(DailyRefusals.class).document(new Blocked.Refusal(at, publisher, "document", reason, "hash"));
    }

    private int documents(String which) {
        return TestPost.count(tadoussac, "select count(*) from frontier.blocked where at > '2031-01-01' and " + which);
    }

    private String good(TestNode sender) {
        return TestPost.signed(TestPost.message(sender, tadoussac), sender);
    }

    private int blocked() {
        return leaves() - blockedBefore;
    }

    private int leaves() {
        return TestPost.count(tadoussac, "select count(*) from journal.leaves where type = 'message-blocked'");
    }
}
