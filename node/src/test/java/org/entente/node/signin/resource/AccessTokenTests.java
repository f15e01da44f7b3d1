package org.entente.node.signin.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.node.signin.TestOAuthClient.json;
import static org.entente.node.signin.TestOAuthClient.send;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.entente.node.TestNode;
import org.entente.node.signin.AccessToken;
import org.entente.node.signin.Simultaneously;
import org.entente.node.signin.TestOAuthClient;
import org.entente.protocols.Requirement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessTokenTests {
    private static final String PATH = "/api/test-things";
    private static final String PROTOCOL_PATH = "/o/registrar/test-things";

    private final TestNode node = TestNode.government("quebec", TestOAuthClient.settings("things"));
    private final TestOAuthClient client = new TestOAuthClient(node);

    /** A resource that needs the scope {@code things}, at an address of each dialect. */
    static final class Things {
        public ResponseEntity<String> get(AccessToken token) {
            token.require("things");
            return ResponseEntity.ok(token.subject() + " " + token.thumbprint().orElse("-"));
        }
    }

    @BeforeAll
    void open() throws NoSuchMethodException {
        open(node);
    }

    @AfterAll
    void close() {
        node.close();
    }

    @Test
    void a_bearer_token_opens_what_its_scope_allows() {
        HttpResponse<String> response = get(PATH, "Bearer " + client.bearerToken());
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEqualTo("ministry -");
    }

    @Test
    @Requirement("RFC 9449 §6 confirmation")
    @Requirement("RFC 9449 §7.1 scheme")
    void a_bound_token_opens_with_a_proof_by_its_key() {
        String token = client.boundToken();
        HttpResponse<String> response = get(PATH, "DPoP " + token, client.proof("GET", PATH, token));
        assertThat(response.body())
                .isEqualTo("ministry " + client.key().publicKey().thumbprint());
        assertThat(get(PATH, "dpop " + token, client.proof("GET", PATH, token)).statusCode())
                .isEqualTo(200);
    }

    @Test
    @Requirement("RFC 9449 §11.1 replay")
    void several_requests_with_one_token_each_bring_their_own_proof() {
        String token = client.boundToken();
        String proof = client.proof("GET", PATH, token);
        assertThat(get(PATH, "DPoP " + token, proof).statusCode()).isEqualTo(200);
        refuses(401, "invalid_dpop_proof", get(PATH, "DPoP " + token, proof));
        assertThat(get(PATH, "DPoP " + token, client.proof("GET", PATH, token)).statusCode())
                .isEqualTo(200);
    }

    @Test
    @Requirement("RFC 9449 §7.2 no-downgrade")
    @Requirement("Security §3 downgrade")
    void a_bound_token_is_never_taken_as_a_bearer_token() {
        String token = client.boundToken();
        refuses(401, "invalid_token", get(PATH, "Bearer " + token));
        refuses(401, "invalid_token", get(PATH, "Bearer " + token, client.proof("GET", PATH, token)));
    }

    @Test
    void a_bearer_token_is_not_taken_with_a_proof() {
        String token = client.bearerToken();
        refuses(401, "invalid_token", get(PATH, "DPoP " + token, client.proof("GET", PATH, token)));
    }

    @Test
    @Requirement("RFC 9449 §4.3 htm")
    @Requirement("RFC 9449 §4.3 htu-checked")
    @Requirement("RFC 9449 §4.3 ath-checked")
    @Requirement("RFC 9449 §7.1 both-checked")
    @Requirement("Security §3 proof-fits")
    void refuses_a_missing_proof_and_one_for_another_address_method_or_token() {
        String token = client.boundToken();
        refuses(401, "invalid_dpop_proof", get(PATH, "DPoP " + token));
        refuses(401, "invalid_dpop_proof", get(PATH, "DPoP " + token, client.proof("GET", "/api/other", token)));
        refuses(401, "invalid_dpop_proof", get(PATH, "DPoP " + token, client.proof("POST", PATH, token)));
        refuses(401, "invalid_dpop_proof", get(PATH, "DPoP " + token, client.proof("GET", PATH, "another-token")));
        refuses(401, "invalid_dpop_proof", get(PATH, "DPoP " + token, client.proof("GET", PATH, "")));
    }

    @Test
    @Requirement("RFC 9449 §4.3 binding")
    @Requirement("RFC 9449 §7.1 both-checked")
    void refuses_a_proof_by_another_key() {
        String token = client.boundToken();
        TestOAuthClient thief = new TestOAuthClient(node);
        refuses(401, "invalid_token", get(PATH, "DPoP " + token, thief.proof("GET", PATH, token)));
    }

    @Test
    @Requirement("RFC 9449 §4.3 htu-checked")
    void the_proof_names_the_address_without_its_query() {
        String token = client.boundToken();
        assertThat(get(PATH + "?page=2", "DPoP " + token, client.proof("GET", PATH, token))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void refuses_a_token_in_the_address() {
        refuses(400, "invalid_request", get(PATH + "?access_token=" + client.bearerToken(), ""));
        String token = client.bearerToken();
        refuses(400, "invalid_request", get(PATH + "?a=b&access_token=" + token, "Bearer " + token));
    }

    @Test
    @Requirement("RFC 9449 §7.1 challenge")
    void without_a_token_both_schemes_are_offered_and_no_error_is_named() {
        HttpResponse<String> response = get(PATH, "");
        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response.headers().firstValue("WWW-Authenticate")).contains("DPoP algs=\"ES256\", Bearer");
    }

    @Test
    void refuses_unknown_and_malformed_tokens() {
        refuses(401, "invalid_token", get(PATH, "Bearer unknown"));
        refuses(400, "invalid_request", get(PATH, "Bearer two words"));
        refuses(400, "invalid_request", get(PATH, "DPoP"));
        refuses(400, "invalid_request", get(PATH, "Bearer " + "a".repeat(5000)));
        assertThat(get(PATH, "Basic abc").statusCode()).isEqualTo(401);
    }

    @Test
    void refuses_an_expired_token() {
        String token = client.bearerToken();
        node.bean(JdbcClient.class)
                .sql("update signin.access_tokens set expires_at = now() - interval '1 second'")
                .update();
        refuses(401, "invalid_token", get(PATH, "Bearer " + token));
    }

    @Test
    void a_scope_that_is_missing_is_named() throws NoSuchMethodException {
        try (TestNode other = TestNode.government("ontario", TestOAuthClient.settings("members"))) {
            open(other);
            var request = HttpRequest.newBuilder(URI.create(other.origin() + PATH))
                    .header("Authorization", "Bearer " + new TestOAuthClient(other).bearerToken());
            HttpResponse<String> response = send(request.build());
            refuses(403, "insufficient_scope", response);
            assertThat(response.headers().firstValue("WWW-Authenticate").orElse(""))
                    .contains("scope=\"things\"");
        }
    }

    @Test
    void the_error_speaks_the_dialect_of_its_address() {
        HttpResponse<String> api = get(PATH, "Bearer unknown");
        assertThat(api.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(json(api).path("code").stringValue()).isEqualTo("invalid_token");
        HttpResponse<String> protocol = get(PROTOCOL_PATH, "Bearer unknown");
        assertThat(json(protocol).path("error").stringValue()).isEqualTo("invalid_token");
    }

    @Test
    @Requirement("RFC 9449 §11.1 replay")
    @Requirement("Security §3 proof-replay")
    void of_fifty_uses_of_one_proof_on_two_processes_exactly_one_counts() throws NoSuchMethodException {
        try (TestNode twin = node.twin()) {
            open(twin);
            String token = client.boundToken();
            String proof = client.proof("GET", PATH, token);
            List<Integer> statuses = Simultaneously.attempt(
                    50,
                    i -> () -> get((i % 2 == 0 ? node : twin).address(), PATH, "DPoP " + token, proof)
                            .statusCode());
            assertThat(statuses).filteredOn(status -> status == 200).hasSize(1);
            assertThat(statuses).filteredOn(status -> status == 401).hasSize(49);
        }
    }

    private static void open(TestNode node) throws NoSuchMethodException {
        RequestMappingHandlerMapping mapping =
                node.context().getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class);
        mapping.registerMapping(
                RequestMappingInfo.paths(PATH, PROTOCOL_PATH)
                        .options(mapping.getBuilderConfiguration())
                        .build(),
                new Things(),
                Things.class.getMethod("get", AccessToken.class));
    }

    private static void refuses(int status, String code, HttpResponse<String> response) {
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.headers().firstValue("WWW-Authenticate").orElse("")).contains("error=\"" + code + "\"");
        assertThat(response.body()).contains(code);
    }

    private HttpResponse<String> get(String path, String authorization) {
        return get(path, authorization, "");
    }

    private HttpResponse<String> get(String path, String authorization, String proof) {
        return get(node.origin(), path, authorization, proof);
    }

    private static HttpResponse<String> get(URI base, String path, String authorization, String proof) {
        var request = HttpRequest.newBuilder(URI.create(base + path));
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        if (!proof.isEmpty()) {
            request.header("DPoP", proof);
        }
        return send(request.build());
    }
}
