package org.entente.node.verification.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.entente.node.signin.Simultaneously;
import org.entente.node.signin.TestOAuthClient;
import org.entente.node.verification.TestColumbia;
import org.entente.node.verification.TestWallet;
import org.entente.node.verification.proof.Proof;
import org.entente.node.verification.proof.Proofs;
import org.entente.protocols.Requirement;
import org.entente.protocols.json.Json;
import org.entente.protocols.oid4vp.DirectPost;
import org.entente.protocols.oid4vp.RequestVerdict;
import org.entente.protocols.oid4vp.RequestVerification;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.node.ObjectNode;

/** Presentations as a ministry's system starts and collects them. */
class PresentationsApiTests {
    private static TestColumbia columbia;
    private static TestWallet wallet;

    @BeforeAll
    static void start() {
        columbia = new TestColumbia();
        wallet = new TestWallet(columbia.quebec().registrar(), 3);
    }

    @AfterAll
    static void stop() {
        columbia.close();
    }

    @Test
    @Requirement("OID4VP 1.0 §14.2 response-code")
    @Requirement("OID4VP 1.0 §14.3.3 protected")
    void hands_the_result_over_once_for_the_response_code() {
        ObjectNode started = Json.object(columbia.start(TestColumbia.body()).body());
        String responseCode = present(started);
        String result = "/api/presentations/" + started.path("id").asString() + "/result";
        String body = Json.write(Json.newObject().put("response_code", responseCode));

        List<HttpResponse<String>> answers = Simultaneously.attempt(20, i -> () -> columbia.call("POST", result, body));

        List<HttpResponse<String>> won =
                answers.stream().filter(answer -> answer.statusCode() == 200).toList();
        assertThat(won).hasSize(1);
        ObjectNode taken = Json.object(won.getFirst().body());
        assertThat(taken.path("clause").asString()).isEqualTo("3.1");
        assertThat(taken.path("retention_days").asInt()).isEqualTo(30);
        assertThat(taken.path("claims").path("name").asString()).isEqualTo("Aupaluk Kangirsuk");
        assertThat(state(started)).isEqualTo("collected");
    }

    @Test
    @Requirement("OID4VP 1.0 §14.2 response-code")
    @Requirement("OID4VP 1.0 §14.3.3 protected")
    void without_the_response_code_nothing_is_handed_over() {
        ObjectNode started = Json.object(columbia.start(TestColumbia.body()).body());
        present(started);
        String result = "/api/presentations/" + started.path("id").asString() + "/result";

        assertThat(columbia.call("POST", result, "{\"response_code\":\"guessed\"}")
                        .statusCode())
                .isEqualTo(404);
        assertThat(state(started)).isEqualTo("accepted");
    }

    @Test
    @Requirement("OID4VP 1.0 §15.4.2 minimal")
    @Requirement("Security §4 over-asking")
    void a_claim_above_the_maximum_is_refused_before_any_wallet_sees_it() {
        HttpResponse<String> refused = columbia.start(TestColumbia.body(List.of("place_of_birth")));

        assertThat(refused.statusCode()).isEqualTo(403);
        ObjectNode problem = Json.object(refused.body());
        assertThat(problem.path("step").asString()).isEqualTo("claims");
        assertThat(problem.path("mend").path("fr").asString()).isNotEmpty();
        assertThat(problem.has("request_uri")).isFalse();
        assertThat(problem.path("path")
                        .path(problem.path("position").intValue() - 1)
                        .path("outcome")
                        .asString())
                .isEqualTo("failed");
        assertThat(problem.path("path")).hasSize(problem.path("steps").intValue());
    }

    @Test
    void what_no_wallet_answered_is_forgotten_soon_and_what_ended_is_not() {
        Proofs proofs = columbia.node().bean(Proofs.class);
        String unanswered = proof(columbia.start(TestColumbia.body()));
        String ended = proof(columbia.start(TestColumbia.body()));
        columbia.node()
                .bean(JdbcClient.class)
                .sql("with ended as (select cast(:id as text) as proof)" + Proofs.END)
                .param("id", ended)
                .params(proofs.ending(Proof.Ended.declined(Instant.now())))
                .update();

        proofs.removeUnansweredBefore(Instant.now().minusSeconds(60));
        assertThat(proofs.find(unanswered)).isPresent();
        proofs.removeUnansweredBefore(Instant.now().plusSeconds(60));

        assertThat(proofs.find(unanswered)).isEmpty();
        assertThat(proofs.find(ended)).isPresent();
    }

    private static String proof(HttpResponse<String> started) {
        String address = Json.object(started.body()).path("proof").asString();
        return address.substring(address.lastIndexOf('/') + 1);
    }

    @Test
    @Requirement("OID4VP 1.0 §5.10 wallet_nonce")
    @Requirement("OID4VP 1.0 §5.10.1 media-type")
    void the_request_is_served_again_and_echoes_a_wallets_nonce() {
        ObjectNode started = Json.object(columbia.start(TestColumbia.body()).body());
        String clientId = started.path("client_id").asString();
        URI address = URI.create(started.path("request_uri").asString());

        TestWallet.fetch(clientId, address);
        TestWallet.fetch(clientId, address);
        HttpResponse<String> posted = TestOAuthClient.send(HttpRequest.newBuilder(address)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("wallet_nonce=w-1"))
                .build());
        assertThat(posted.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/oauth-authz-req+jwt"));
        assertThat(new RequestVerification(clientId, "w-1").verify(posted.body(), Instant.now()))
                .isInstanceOf(RequestVerdict.Valid.class);
    }

    @Test
    void malformed_bodies_start_nothing() {
        ObjectNode plainHttp = TestColumbia.body().put("back", "http://ministry.example/");
        ObjectNode stranger = TestColumbia.body().put("organisation", "elsewhere");
        ObjectNode position = TestColumbia.body();
        position.withArray("/claims").addArray().add("ca_names").add(0);
        ObjectNode noClaims = TestColumbia.body();
        noClaims.putArray("claims");

        for (ObjectNode body : List.of(plainHttp, stranger, position, noClaims, Json.newObject())) {
            assertThat(columbia.start(body).statusCode()).isEqualTo(400);
        }
    }

    @Test
    void a_client_starts_nothing_for_a_purpose_or_an_organisation_that_it_is_not_registered_for() {
        HttpResponse<String> purpose = columbia.start(TestColumbia.body().put("purpose", "licence"));
        HttpResponse<String> organisation = columbia.start(TestColumbia.body().put("organisation", "library"));

        for (HttpResponse<String> answer : List.of(purpose, organisation)) {
            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(Json.object(answer.body()).path("code").stringValue()).isEqualTo("not_registered");
        }
    }

    @Test
    void nobody_starts_without_a_token() {
        HttpResponse<String> answer = TestOAuthClient.send(
                HttpRequest.newBuilder(URI.create(columbia.node().address() + "/api/presentations"))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(Json.write(TestColumbia.body())))
                        .build());

        assertThat(answer.statusCode()).isEqualTo(401);
    }

    private static String present(ObjectNode started) {
        var request = TestWallet.fetch(
                started.path("client_id").asString(),
                URI.create(started.path("request_uri").asString()));
        HttpResponse<String> answer = wallet.post(columbia.node(), request, wallet::present);
        String query = DirectPost.redirect(answer.body().getBytes(StandardCharsets.UTF_8))
                .orElseThrow()
                .getQuery();
        return query.substring(query.indexOf("response_code=") + "response_code=".length());
    }

    private static String state(ObjectNode started) {
        return Json.object(columbia.call(
                                "GET",
                                "/api/presentations/" + started.path("id").asString(),
                                "")
                        .body())
                .path("state")
                .asString();
    }
}
