package org.entente.node.signin.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.node.signin.TestOAuthClient.json;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.entente.node.TestNode;
import org.entente.node.signin.ProofNonces;
import org.entente.node.signin.TestOAuthClient;
import org.entente.protocols.Requirement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProofNonceTests {
    private static final String TOKEN = "/oauth/token";
    private static final String RESOURCE = "/api/offers";
    private static final Map<String, String> FORM = Map.of(
            "grant_type", "client_credentials",
            "client_id", TestOAuthClient.ID,
            "client_secret", TestOAuthClient.SECRET);

    private final TestNode node = TestNode.government("quebec", TestOAuthClient.settings("issuance.offer"));
    private final TestOAuthClient client = new TestOAuthClient(node);

    @AfterAll
    void close() {
        node.close();
    }

    @Test
    @Requirement("RFC 9449 §8 use_dpop_nonce")
    void a_token_request_without_a_nonce_is_told_which_to_use() {
        HttpResponse<String> response = client.token(FORM, client.proof("POST", TOKEN, "", ""));
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(json(response).path("error").stringValue()).isEqualTo("use_dpop_nonce");

        String nonce = nonce(response);
        assertThat(client.token(FORM, client.proof("POST", TOKEN, "", nonce)).statusCode())
                .isEqualTo(200);
    }

    @Test
    @Requirement("RFC 9449 §9 resource-nonce")
    void a_resource_request_without_a_nonce_is_told_which_to_use() {
        String token = client.boundToken();
        HttpResponse<String> response = post(token, client.proof("POST", RESOURCE, token, ""));
        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response.headers().firstValue("WWW-Authenticate").orElse(""))
                .startsWith("DPoP ")
                .contains("error=\"use_dpop_nonce\"");

        String nonce = nonce(response);
        assertThat(post(token, client.proof("POST", RESOURCE, token, nonce)).statusCode())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "%%%", "AAAAAGnx"})
    @Requirement("RFC 9449 §4.3 nonce-checked")
    void a_nonce_that_is_not_ours_is_refused(String nonce) {
        HttpResponse<String> response = client.token(FORM, client.proof("POST", TOKEN, "", nonce));
        assertThat(json(response).path("error").stringValue()).isEqualTo("use_dpop_nonce");
    }

    @Test
    void a_nonce_ends_after_five_minutes_and_serves_many_proofs_until_then() {
        ProofNonces nonces = node.bean(ProofNonces.class);
        Instant now = Instant.parse("2026-11-22T10:00:00Z");
        String nonce = nonces.make(now);
        assertThat(nonces.accepts(nonce, now)).isTrue();
        assertThat(nonces.accepts(nonce, now.plus(Duration.ofMinutes(5)).minusSeconds(1)))
                .isTrue();
        assertThat(nonces.accepts(nonce, now.plus(Duration.ofMinutes(5)))).isFalse();
        assertThat(nonces.accepts("", now)).isFalse();
    }

    @Test
    void a_nonce_of_one_process_is_taken_by_another() {
        try (TestNode twin = node.twin()) {
            String nonce = twin.bean(ProofNonces.class).make(Instant.now());
            assertThat(client.token(FORM, client.proof("POST", TOKEN, "", nonce))
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void a_node_that_asks_for_no_nonce_takes_proofs_without_one_but_none_with_a_wrong_one() {
        Map<String, Object> settings = new LinkedHashMap<>(TestOAuthClient.settings("issuance.offer"));
        settings.put("entente.signin.proof-nonces", "false");
        try (TestNode lenient = TestNode.government("ontario", settings)) {
            TestOAuthClient other = new TestOAuthClient(lenient);
            assertThat(other.token(FORM, other.proof("POST", TOKEN, "", "")).statusCode())
                    .isEqualTo(200);
            assertThat(other.token(FORM, other.proof("POST", TOKEN, "", "wrong"))
                            .statusCode())
                    .isEqualTo(400);
        }
    }

    private HttpResponse<String> post(String token, String proof) {
        return TestOAuthClient.send(HttpRequest.newBuilder(URI.create(node.origin() + RESOURCE))
                .header("Authorization", "DPoP " + token)
                .header("DPoP", proof)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                .build());
    }

    private static String nonce(HttpResponse<String> response) {
        return response.headers().firstValue("DPoP-Nonce").orElseThrow();
    }
}
