package org.entente.node.issuance.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.entente.node.TestNode;
import org.entente.node.issuance.CredentialType;
import org.entente.node.issuance.CredentialTypes;
import org.entente.node.issuance.Issuers;
import org.entente.node.issuance.TestHolder;
import org.entente.node.issuance.TestIssuer;
import org.entente.node.issuance.family.Families;
import org.entente.node.issuance.family.Family;
import org.entente.node.issuance.family.RevocationReason;
import org.entente.node.registers.RecordId;
import org.entente.node.registers.TestRegister;
import org.entente.node.signin.Simultaneously;
import org.entente.protocols.Requirement;
import org.entente.protocols.json.Json;
import org.entente.protocols.oid4vci.CredentialResponse;
import org.entente.protocols.oid4vci.NotificationRequest;
import org.entente.protocols.oid4vci.NotificationRequest.Event;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** A wallet tells what became of a batch, and what reached no wallet does not stay valid. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NotificationTests {
    private static final String ACCEPTED = "credential_accepted";
    private static final String FAILURE = "credential_failure";

    private final TestNode node = TestIssuer.start();
    private final TestHolder holder = new TestHolder(node);
    private final JdbcClient sql = node.bean(JdbcClient.class);
    private String token = "";

    @AfterAll
    void stop() {
        node.close();
    }

    @BeforeEach
    void freshToken() {
        sql.sql("delete from issuance.families").update();
        token = holder.token(holder.offered(TestIssuer.RECORD, TestIssuer.IDENTITY));
    }

    @Test
    @Requirement("OID4VCI 1.0 §11.2 success")
    @Requirement("OID4VCI 1.0 §11 idempotent")
    void what_a_wallet_says_of_its_batch_is_taken_as_often_as_it_says_it() {
        String batch = batch();
        for (int i = 0; i < 3; i++) {
            assertThat(told(batch, ACCEPTED).statusCode()).isEqualTo(204);
        }
        assertThat(sql.sql("select count(*) from issuance.families where awaited is not null or ends_at is not null")
                        .query(Integer.class)
                        .single())
                .as("nothing tells any more of which wallet it is")
                .isZero();
    }

    @Test
    @Requirement("OID4VCI 1.0 §8.3 notification_id")
    void a_refusal_names_no_batch() {
        HttpResponse<String> refused = holder.request(token, TestIssuer.IDENTITY, List.of("no proof"));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).doesNotContain("notification_id");
    }

    @Test
    @Requirement("OID4VCI 1.0 §11.3 error")
    void a_batch_that_was_handed_to_nobody_or_to_another_wallet_is_unknown() {
        String batch = batch();
        TestHolder other = new TestHolder(node);
        String others = other.token(other.offered(TestIssuer.RECORD, TestIssuer.IDENTITY));
        String changed = (batch.startsWith("A") ? "B" : "A") + batch.substring(1);
        refuses("invalid_notification_id", other.notification(others, body(batch, FAILURE)));
        refuses("invalid_notification_id", told(changed, ACCEPTED));
        refuses("invalid_notification_id", told("x", ACCEPTED));
        refuses("invalid_notification_id", told("A".repeat(64), ACCEPTED));

        revokeUnkept(Instant.now());
        assertThat(families()).allSatisfy(family -> assertThat(family.revoked()).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "[]", "{'notification_id':'x'}", "{'notification_id':'x','event':'lost'}"})
    @Requirement("OID4VCI 1.0 §11.3 error")
    void what_cannot_be_read_is_told_so(String body) {
        refuses("invalid_notification_request", holder.notification(token, body.replace('\'', '"')));
    }

    @Test
    @Requirement("OID4VCI 1.0 §11 token")
    void a_notification_comes_with_the_token_of_the_issuance() {
        String batch = batch();
        assertThat(holder.notification("unknown", body(batch, FAILURE)).statusCode())
                .isEqualTo(401);
        String renewed = holder.token(holder.offered(TestIssuer.RECORD, TestIssuer.IDENTITY));
        assertThat(holder.notification(renewed, body(batch, ACCEPTED)).statusCode())
                .as("a later one of the same key")
                .isEqualTo(204);
    }

    @ParameterizedTest
    @ValueSource(strings = {"credential_failure", "credential_deleted"})
    void what_the_wallet_did_not_keep_is_revoked_and_its_holder_told(String event) {
        String batch = batch();
        assertThat(told(batch, event).statusCode()).isEqualTo(204);
        revokeUnkept(Instant.now());

        assertThat(families())
                .singleElement()
                .satisfies(family ->
                        assertThat(family.revoked().orElseThrow().reason()).isEqualTo(RevocationReason.NOT_KEPT));
        assertThat(told(batch, event).statusCode()).as("again").isEqualTo(204);
        revokeUnkept(Instant.now());
        assertThat(families()).hasSize(1);
    }

    @Test
    void a_batch_that_was_lost_ends_a_day_after_its_wallet_confirmed_another() {
        batch();
        String second = batch();
        assertThat(told(second, ACCEPTED).statusCode()).isEqualTo(204);

        revokeUnkept(Instant.now().plus(Duration.ofHours(23)));
        assertThat(families())
                .hasSize(2)
                .allSatisfy(family -> assertThat(family.revoked()).isEmpty());
        revokeUnkept(Instant.now().plus(Duration.ofHours(25)));
        assertThat(families()).filteredOn(family -> family.revoked().isEmpty()).hasSize(1);
    }

    @Test
    void a_batch_whose_confirmation_comes_later_stays() {
        String first = batch();
        String second = batch();
        told(second, ACCEPTED);
        told(first, ACCEPTED);

        revokeUnkept(Instant.now().plus(Duration.ofDays(2)));
        assertThat(families())
                .hasSize(2)
                .allSatisfy(family -> assertThat(family.revoked()).isEmpty());
    }

    @Test
    void a_batch_that_was_asked_for_after_the_one_that_its_wallet_confirms_stays() {
        String first = batch();
        batch();
        assertThat(told(first, ACCEPTED).statusCode()).isEqualTo(204);

        revokeUnkept(Instant.now().plus(Duration.ofDays(2)));
        assertThat(families())
                .hasSize(2)
                .allSatisfy(family -> assertThat(family.revoked()).isEmpty());
    }

    @Test
    void a_batch_that_its_wallet_confirms_at_the_moment_at_which_it_would_end_stays() {
        String first = batch();
        String second = batch();
        told(second, ACCEPTED);
        Instant end = Instant.now().plus(Duration.ofDays(2));
        node.bean(TransactionOperations.class).executeWithoutResult(transaction -> {
            assertThat(node.bean(HearWallet.class)
                            .hear(
                                    node.bean(Issuers.class).require(TestIssuer.ORGANISATION),
                                    new NotificationRequest(first, Event.CREDENTIAL_ACCEPTED),
                                    holder.thumbprint(),
                                    Instant.now()))
                    .isTrue();
            assertThat(CompletableFuture.runAsync(() -> revokeUnkept(end))).succeedsWithin(Duration.ofSeconds(20));
        });

        assertThat(families())
                .hasSize(2)
                .allSatisfy(family -> assertThat(family.revoked()).isEmpty());
    }

    @Test
    void of_batches_that_are_confirmed_at_one_moment_none_is_lost() {
        for (int round = 0; round < 5; round++) {
            List<String> batches = List.of(batch(), batch(), batch(), batch());
            List<HttpResponse<String>> answers =
                    Simultaneously.attempt(batches.size(), i -> () -> told(batches.get(i), ACCEPTED));
            assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(204);
        }
        revokeUnkept(Instant.now().plus(Duration.ofDays(2)));
        assertThat(families())
                .hasSize(20)
                .allSatisfy(family -> assertThat(family.revoked()).isEmpty());
    }

    @Test
    void what_another_wallet_or_one_that_confirms_nothing_has_stays() {
        batch();
        TestHolder other = new TestHolder(node);
        String others = other.token(other.offered(TestIssuer.RECORD, TestIssuer.IDENTITY));
        String theirs = named(other.receive(others, TestIssuer.IDENTITY, other.keys(1)));
        assertThat(other.notification(others, body(theirs, ACCEPTED)).statusCode())
                .isEqualTo(204);

        revokeUnkept(Instant.now().plus(Duration.ofDays(2)));
        assertThat(families())
                .hasSize(2)
                .allSatisfy(family -> assertThat(family.revoked()).isEmpty());
    }

    private String batch() {
        return named(holder.receive(token, TestIssuer.IDENTITY, holder.keys(2)));
    }

    private static String named(CredentialResponse response) {
        return response.notificationId().orElseThrow();
    }

    private HttpResponse<String> told(String batch, String event) {
        return holder.notification(token, body(batch, event));
    }

    private static String body(String batch, String event) {
        return Json.write(Json.newObject()
                .put("notification_id", batch)
                .put("event", event)
                .put("event_description", "passed over"));
    }

    private void revokeUnkept(Instant now) {
        node.bean(RevokeUnkept.class).revoke(now);
    }

    private List<Family> families() {
        CredentialType type =
                node.bean(CredentialTypes.class).find(TestIssuer.IDENTITY).orElseThrow();
        return node.bean(Families.class)
                .of(type, RecordId.parse(TestRegister.ID, TestIssuer.RECORD).orElseThrow());
    }

    private static void refuses(String error, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Json.object(answer.body()).path("error").asString("")).isEqualTo(error);
    }
}
