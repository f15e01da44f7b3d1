package org.entente.node.frontier;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.security.MessageDigest;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.entente.node.TestNode;
import org.entente.node.frontier.message.Message;
import org.entente.node.frontier.message.Receipt;
import org.entente.node.kernel.Secrets;
import org.entente.node.keys.Keys;
import org.entente.protocols.jose.CompactJws;
import org.entente.protocols.json.Json;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.node.ObjectNode;

/** Every way in which a message can be wrong is answered with an error and changes nothing. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReceptionTests {
    private static final int REFUSALS = 40;

    private TestNode gaspe;
    private TestNode tadoussac;

    @BeforeAll
    void start() {
        gaspe = TestNode.government("gaspe");
        tadoussac = TestNode.government("tadoussac", Map.of("entente.frontier.limits.refusals-per-hour", REFUSALS));
        TestPost.introduce(tadoussac, gaspe);
    }

    @AfterAll
    void stop() {
        gaspe.close();
        tadoussac.close();
    }

    @Test
    void signs_a_receipt_over_exactly_what_came() throws Exception {
        Message message = good();
        String sent = TestPost.signed(message, gaspe);

        HttpResponse<String> answer = TestPost.post(tadoussac.origin(), sent);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains(Receipt.MEDIA_TYPE);
        CompactJws jws = CompactJws.parse(answer.body());
        Receipt receipt = Receipt.parse(jws);
        assertThat(jws.isSignedBy(tadoussac.bean(Keys.class).federation().publicKey()))
                .isTrue();
        assertThat(receipt.messageId()).isEqualTo(message.id());
        assertThat(receipt.messageHash()).isEqualTo(Secrets.base64url(Secrets.hash(sent)));
    }

    @Test
    void answers_the_same_bytes_with_the_same_receipt_and_takes_them_once() throws Exception {
        String sent = TestPost.signed(good(), gaspe);
        String receipt = TestPost.post(tadoussac.origin(), sent).body();
        int before = tadoussac.bean(TestTides.class).taken().size();

        HttpResponse<String> again = TestPost.post(tadoussac.origin(), sent);

        assertThat(again.body()).isEqualTo(receipt);
        assertThat(tadoussac.bean(TestTides.class).taken()).hasSize(before);
    }

    @Test
    void refuses_another_message_under_a_name_that_was_used() throws Exception {
        Message first = good();
        TestPost.post(tadoussac.origin(), TestPost.signed(first, gaspe));

        assertRefused(TestPost.signed(with(first, TestTides.tide("gaspe", 99)), gaspe), 409, "replayed");
    }

    @Test
    void refuses_a_message_for_somebody_else() throws Exception {
        Message m = good();

        assertRefused(
                TestPost.signed(
                        new Message(
                                m.sender(), gaspe.origin(), m.id(), m.issuedAt(), m.expiresAt(), m.type(), m.body()),
                        gaspe),
                400,
                "wrong_recipient");
    }

    @Test
    void refuses_a_stranger_and_a_foreign_signature() throws Exception {
        Message m = good();
        Message fromStranger = new Message(
                java.net.URI.create("https://perce.example"),
                m.recipient(),
                m.id(),
                m.issuedAt(),
                m.expiresAt(),
                m.type(),
                m.body());

        assertRefused(TestPost.signed(fromStranger, gaspe), 403, "unknown_peer");
        assertRefused(TestPost.signed(m, tadoussac), 401, "invalid_signature");
    }

    @Test
    void refuses_what_is_too_old_or_from_the_future() throws Exception {
        Instant now = Instant.ofEpochSecond(Instant.now().getEpochSecond());

        assertRefused(signedAt(now.minusSeconds(700), now.minusSeconds(1)), 400, "not_current");
        assertRefused(signedAt(now.plusSeconds(300), now.plusSeconds(900)), 400, "not_current");
        assertRefused(signedAt(now, now.plus(Duration.ofDays(8))), 400, "invalid_message");
        assertRefused(signedAt(now, now), 400, "invalid_message");
    }

    @Test
    void refuses_a_type_outside_the_closed_list() throws Exception {
        Message m = good();
        Message letter =
                new Message(m.sender(), m.recipient(), m.id(), m.issuedAt(), m.expiresAt(), "letter", Json.newObject());

        assertRefused(TestPost.signed(letter, gaspe), 400, "unknown_type");
    }

    @Test
    void refuses_a_body_that_its_schema_does_not_allow() throws Exception {
        assertRefused(
                TestPost.signed(with(good(), TestTides.tide("gaspe", 1).put("name", "x")), gaspe), 400, "invalid_body");
        assertRefused(TestPost.signed(with(good(), Json.newObject()), gaspe), 400, "invalid_body");
        assertRefused(TestPost.signed(with(good(), TestTides.tide("elsewhere", 1)), gaspe), 400, "invalid_body");
    }

    @Test
    void refuses_members_beside_the_body() throws Exception {
        CompactJws jws = CompactJws.parse(TestPost.signed(good(), gaspe));
        ObjectNode claims = jws.claims().put("note", "free text");
        ObjectNode header = jws.header().put("note", "free text");
        var signer = gaspe.bean(Keys.class).federation();

        assertRefused(CompactJws.sign(signer, jws.header(), claims), 400, "invalid_message");
        assertRefused(CompactJws.sign(signer, header, jws.claims()), 400, "invalid_message");
        assertRefused(CompactJws.sign(signer, "JWT", jws.claims()), 400, "invalid_message");
    }

    @Test
    void refuses_what_the_receiver_will_not_take() throws Exception {
        assertRefused(TestPost.signed(with(good(), TestTides.tide("perce", 1)), gaspe), 422, "no_such_tide");
    }

    @Test
    void refuses_and_journals_a_body_that_its_schema_allows_and_its_receiver_cannot_read() throws Exception {
        int before = blocked();

        assertRefused(TestPost.signed(with(good(), TestTides.tide("gaspe", 1001)), gaspe), 400, "invalid_body");

        assertThat(blocked()).isEqualTo(before + 1);
    }

    @Test
    void refuses_what_is_no_message_at_all() throws Exception {
        assertRefused("", 400, "invalid_request");
        assertRefused("a.b.c", 400, "invalid_request");
        assertRefused("x".repeat(65 * 1024), 413, "body_too_large");
        HttpResponse<String> asJson = TestPost.post(tadoussac.origin(), "{}", "application/json");
        assertThat(asJson.statusCode()).isEqualTo(415);
        assertThat(Json.object(asJson.body()).path("error").asString()).isNotEmpty();
    }

    @Test
    void journals_a_peers_blocked_message() throws Exception {
        int before = blocked();

        TestPost.post(tadoussac.origin(), TestPost.signed(with(good(), Json.newObject()), gaspe));
        TestPost.post(tadoussac.origin(), TestPost.signed(good(), tadoussac));

        assertThat(blocked()).isEqualTo(before + 1);
    }

    @Test
    void keeps_what_it_journalled_of_a_blocked_message_so_that_it_can_be_shown() throws Exception {
        String sent = TestPost.signed(with(good(), Json.newObject()), gaspe);
        TestPost.post(tadoussac.origin(), sent);

        String hash = Secrets.base64url(Secrets.hash(sent));
        var kept = tadoussac
                .bean(JdbcClient.class)
                .sql("select b.*, l.commitment from frontier.blocked b join journal.leaves l on l.id = b.leaf"
                        + " where b.sha256 = :hash")
                .param("hash", hash)
                .query()
                .singleRow();
        ObjectNode record = Json.newObject()
                .put(
                        "at",
                        ((Timestamp) Objects.requireNonNull(kept.get("at")))
                                .toInstant()
                                .toString())
                .put("peer", gaspe.origin().toString())
                .put("type", TestTides.TYPE)
                .put("reason", "invalid_body")
                .put("sha256", hash);
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        digest.update((byte[]) Objects.requireNonNull(kept.get("salt")));
        assertThat(digest.digest(Json.canonical(record))).isEqualTo(kept.get("commitment"));
    }

    @Test
    void who_was_excluded_is_refused_and_journalled_up_to_the_limit_and_a_stranger_leaves_no_trace() throws Exception {
        try (TestNode excluded = TestNode.government("matane")) {
            TestPost.introduce(tadoussac, excluded);
            assertThat(TestPost.post(tadoussac.origin(), from(excluded)).statusCode())
                    .isEqualTo(200);
            tadoussac
                    .bean(JdbcClient.class)
                    .sql("delete from trust.introductions where entity = :entity")
                    .param("entity", excluded.origin().toString())
                    .update();
            int before = blocked();
            int taken = tadoussac.bean(TestTides.class).taken().size();
            for (int i = 0; i < REFUSALS + 3; i++) {
                assertRefused(from(excluded), 403, "unknown_peer");
            }

            assertThat(blocked()).isEqualTo(before + REFUSALS + 1);
            assertThat(tadoussac.bean(TestTides.class).taken()).hasSize(taken);
        }
    }

    @Test
    void who_bears_the_name_of_an_excluded_government_leaves_no_trace_either() throws Exception {
        try (TestNode excluded = TestNode.government("rimouski")) {
            TestPost.introduce(tadoussac, excluded);
            assertThat(TestPost.post(tadoussac.origin(), from(excluded)).statusCode())
                    .isEqualTo(200);
            tadoussac
                    .bean(JdbcClient.class)
                    .sql("delete from trust.introductions where entity = :entity")
                    .param("entity", excluded.origin().toString())
                    .update();
            int before = blocked();
            assertRefused(TestPost.signed(TestPost.message(excluded, tadoussac), gaspe), 403, "unknown_peer");
            assertThat(blocked()).isEqualTo(before);

            assertRefused(from(excluded), 403, "unknown_peer");
            assertThat(blocked()).isEqualTo(before + 1);
        }
    }

    private String from(TestNode sender) {
        return TestPost.signed(TestPost.message(sender, tadoussac), sender);
    }

    private int blocked() {
        return TestPost.count(tadoussac, "select count(*) from journal.leaves where type = 'message-blocked'");
    }

    private Message good() {
        return TestPost.message(gaspe, tadoussac);
    }

    private String signedAt(Instant from, Instant until) {
        Message m = good();
        return TestPost.signed(
                new Message(m.sender(), m.recipient(), UUID.randomUUID(), from, until, m.type(), m.body()), gaspe);
    }

    private static Message with(Message m, ObjectNode body) {
        return new Message(m.sender(), m.recipient(), m.id(), m.issuedAt(), m.expiresAt(), m.type(), body);
    }

    private void assertRefused(String body, int status, String code) throws Exception {
        int before = TestPost.received(tadoussac);
        int crossings = TestPost.count(tadoussac, "select count(*) from frontier.crossings where kind = 'message'");

        HttpResponse<String> answer = TestPost.post(tadoussac.origin(), body);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(Json.object(answer.body()).path("error").asString()).isEqualTo(code);
        assertThat(TestPost.received(tadoussac)).isEqualTo(before);
        assertThat(TestPost.count(tadoussac, "select count(*) from frontier.crossings where kind = 'message'"))
                .isEqualTo(crossings);
    }
}
