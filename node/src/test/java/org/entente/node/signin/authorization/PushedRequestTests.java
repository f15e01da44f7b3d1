package org.entente.node.signin.authorization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.node.signin.TestOAuthClient.form;
import static org.entente.node.signin.TestOAuthClient.json;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.entente.node.TestNode;
import org.entente.node.issuance.TestResidents;
import org.entente.node.signin.TestOAuthClient;
import org.entente.node.signin.TestWallet;
import org.entente.protocols.Requirement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.node.ObjectNode;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PushedRequestTests {
    private static final String IDENTITY_DETAIL =
            "[{\"type\":\"openid_credential\",\"credential_configuration_id\":\"proof-of-identity\"}]";

    private final TestResidents residents = new TestResidents(Map.of());
    private final TestNode node = residents.node();
    private final TestWallet wallet = new TestWallet(node);

    @AfterAll
    void close() {
        residents.close();
    }

    @Test
    @Requirement("RFC 9126 §2.2 created")
    @Requirement("RFC 9126 §2.2 unguessable")
    @Requirement("RFC 9126 §2.2 short-lived")
    void a_request_is_kept_under_a_name_that_lives_a_minute() {
        HttpResponse<String> response = wallet.push();
        assertThat(response.statusCode()).isEqualTo(201);
        assertThat(response.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(json(response).path("expires_in").intValue()).isEqualTo(60);
        String name = json(response).path("request_uri").stringValue();
        assertThat(name).matches("urn:ietf:params:oauth:request_uri:[A-Za-z0-9_-]{43}");
        assertThat(everythingKept()).doesNotContain(name, name.substring(name.lastIndexOf(':') + 1));
        assertThat(wallet.pushed()).isNotEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({
        "response_type, token, unsupported_response_type",
        "response_type, code id_token, unsupported_response_type",
        "response_type, '', invalid_request",
        "response_mode, fragment, invalid_request",
        "response_mode, query.jwt, invalid_request",
        "redirect_uri, '', invalid_request",
        "redirect_uri, https://wallet.example/back, invalid_request",
        "redirect_uri, https://wallet.example/back?from=quebec&more=1, invalid_request",
        "redirect_uri, https://wallet.example/back?from=Quebec, invalid_request",
        "redirect_uri, https://wallet.example.evil.example/back?from=quebec, invalid_request",
        "redirect_uri, HTTPS://wallet.example/back?from=quebec, invalid_request",
        "redirect_uri, https://Wallet.example/back?from=quebec, invalid_request",
        "redirect_uri, https://other.example/back, invalid_request",
        "redirect_uri, javascript:alert(1), invalid_request",
        "scope, '', invalid_scope",
        "scope, unheard_of, invalid_scope",
        "authorization_details, '[{\"type\":\"payment\"}]', invalid_authorization_details",
        "authorization_details, '[{\"type\":\"openid_credential\"}]', invalid_authorization_details",
        "authorization_details, '{', invalid_authorization_details",
        "resource, https://elsewhere.example, invalid_target",
        "issuer_state, unknown, invalid_request",
        "issuer_state, registrar.AAAA, invalid_request",
        "request, eyJhbGciOiJub25lIn0.e30., invalid_request_object",
        "dpop_jkt, tooshort, invalid_request",
        "dpop_jkt, AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA, invalid_dpop_proof"
    })
    @Requirement("RFC 9126 §2.1 validated")
    @Requirement("OID4VCI 1.0 §5 best-practice")
    @Requirement("OID4VCI 1.0 §5.1.1 type")
    @Requirement("OID4VCI 1.0 §5.1.1 configuration")
    @Requirement("OID4VCI 1.0 §5.1.3 issuer_state-untrusted")
    void refuses_what_it_would_have_to_refuse_later(String name, String value, String code) {
        refuses(400, code, wallet.push(name, value));
    }

    @ParameterizedTest
    @CsvSource({
        "code_challenge, ''",
        "code_challenge, E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw",
        "code_challenge_method, plain",
        "code_challenge_method, ''"
    })
    @Requirement("HAIP 1.0 §4 fapi")
    @Requirement("OID4VCI 1.0 §5 pkce-par")
    @Requirement("RFC 7636 §4.4.1 missing")
    @Requirement("RFC 7636 §4.2 s256")
    @Requirement("RFC 7636 §4.3 challenge")
    void refuses_a_request_without_a_challenge_by_s256(String name, String value) {
        refuses(400, "invalid_request", wallet.push(name, value));
    }

    @Test
    @Requirement("RFC 9126 §2.1 no-request_uri")
    void refuses_a_name_where_the_request_belongs() {
        refuses(400, "invalid_request", wallet.push("request_uri", wallet.pushed()));
    }

    @Test
    @Requirement("RFC 9126 §2.1 authenticated")
    void refuses_a_client_that_nobody_knows_or_that_acts_for_itself() {
        refuses(401, "invalid_client", wallet.push("client_id", "unknown"));
        refuses(400, "invalid_request", wallet.push("client_id", ""));
        refuses(401, "invalid_client", wallet.push("client_id", TestOAuthClient.ID));
        refuses(
                401,
                "invalid_client",
                wallet.push("client_id", TestOAuthClient.ID, "client_secret", "wrong-secret-wrong-secret"));
        refuses(
                400,
                "unauthorized_client",
                wallet.push("client_id", TestOAuthClient.ID, "client_secret", TestOAuthClient.SECRET));
    }

    @Test
    @Requirement("RFC 9126 §2.3 error")
    void refuses_another_method_another_type_and_what_is_too_large_or_said_twice() {
        var get = HttpRequest.newBuilder(URI.create(node.origin() + "/oauth/par?" + form(TestWallet.request())));
        assertThat(TestOAuthClient.send(get.build()).statusCode()).isEqualTo(405);
        refuses(400, "invalid_request", push(form(TestWallet.request()) + "&state=again"));
        refuses(400, "invalid_request", push(form(TestWallet.request("state", "s".repeat(2049)))));
        assertThat(push(form(TestWallet.request()) + "&x=" + "a".repeat(70_000)).statusCode())
                .isEqualTo(413);
        var json = HttpRequest.newBuilder(URI.create(node.origin() + "/oauth/par"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{}"));
        refuses(400, "invalid_request", TestOAuthClient.send(json.build()));
    }

    @Test
    @Requirement("RFC 9126 §2.3 error")
    void a_network_that_pushes_too_much_waits_and_fills_nothing() {
        Map<String, Object> few = Map.of("entente.signin.authorization.pushes-per-network-and-hour", "2");
        try (TestResidents strict = new TestResidents(few)) {
            TestWallet pushing = new TestWallet(strict.node());
            assertThat(pushing.push("scope", "unheard_of").statusCode()).isEqualTo(400);
            assertThat(pushing.push().statusCode()).isEqualTo(201);
            assertThat(pushing.push().statusCode()).isEqualTo(201);
            HttpResponse<String> beyond = pushing.push();
            assertThat(beyond.statusCode()).isEqualTo(429);
            assertThat(beyond.headers().firstValue("Retry-After")).isPresent();
            assertThat(json(beyond).path("error").stringValue()).isEqualTo("too_many_requests");
            assertThat(strict.node()
                            .bean(JdbcClient.class)
                            .sql("select count(*) from signin.authorization_requests")
                            .query(Long.class)
                            .single())
                    .isEqualTo(2);
        }
    }

    @Test
    void takes_no_parameter_from_the_address() {
        refuses(400, "invalid_request", wallet.post("/oauth/par?" + form(TestWallet.request()), "", ""));
    }

    @Test
    @Requirement("OID4VCI 1.0 §5.1.3 unknown")
    @Requirement("OID4VCI 1.0 §5.1.2 unknown")
    @Requirement("OID4VCI 1.0 §5.1.1 unknown")
    void passes_over_what_it_does_not_know() {
        assertThat(wallet.push("scope", "proof_of_identity unheard_of", "more", "x", "prompt", "login")
                        .statusCode())
                .isEqualTo(201);
        String detail = IDENTITY_DETAIL.replace("\"type\"", "\"more\":{\"a\":[1]},\"type\"");
        assertThat(wallet.push("scope", "", "authorization_details", detail).statusCode())
                .isEqualTo(201);
    }

    @Test
    void takes_what_it_may_take_long_and_short() {
        assertThat(wallet.push("state", "s".repeat(2048)).statusCode()).isEqualTo(201);
        assertThat(wallet.push("state", "").statusCode()).isEqualTo(201);
        assertThat(wallet.push("response_mode", "query").statusCode()).isEqualTo(201);
        assertThat(wallet.push("redirect_uri", "app.wallet:/back").statusCode()).isEqualTo(201);
        assertThat(wallet.push("resource", node.origin() + "/o/registrar").statusCode())
                .isEqualTo(201);
    }

    @Test
    void a_proof_is_for_this_address_and_of_the_named_key_and_taken_once() {
        Map<String, String> request = TestWallet.request();
        TestOAuthClient client = wallet.client();
        refuses(400, "invalid_dpop_proof", wallet.push(request, client.proof("POST", "/oauth/token", "")));
        refuses(400, "invalid_dpop_proof", wallet.push(request, client.proof("GET", "/oauth/par", "")));
        refuses(400, "invalid_dpop_proof", wallet.push(request, "not-a-proof"));
        refuses(400, "use_dpop_nonce", wallet.push(request, client.proof("POST", "/oauth/par", "", "")));
        String proof = client.proof("POST", "/oauth/par", "");
        String thumbprint = client.key().publicKey().thumbprint();
        assertThat(wallet.push(TestWallet.request("dpop_jkt", thumbprint), proof)
                        .statusCode())
                .isEqualTo(201);
        refuses(400, "invalid_dpop_proof", wallet.push(request, proof));
    }

    @Test
    @Requirement("RFC 9126 §5 metadata")
    @Requirement("RFC 9207 §3 promised")
    @Requirement("HAIP 1.0 §4 fapi")
    @Requirement("HAIP 1.0 §4.1 as-metadata")
    void the_servers_metadata_say_what_it_does() {
        ObjectNode metadata = metadata(node);
        String origin = node.origin().toString();
        assertThat(metadata.path("authorization_endpoint").stringValue()).isEqualTo(origin + "/oauth/authorize");
        assertThat(metadata.path("pushed_authorization_request_endpoint").stringValue())
                .isEqualTo(origin + "/oauth/par");
        assertThat(metadata.path("require_pushed_authorization_requests").booleanValue())
                .isTrue();
        assertThat(metadata.path("authorization_response_iss_parameter_supported")
                        .booleanValue())
                .isTrue();
        assertThat(metadata.path("response_types_supported").toString()).isEqualTo("[\"code\"]");
        assertThat(metadata.path("response_modes_supported").toString()).isEqualTo("[\"query\"]");
        assertThat(metadata.path("code_challenge_methods_supported").toString()).isEqualTo("[\"S256\"]");
        assertThat(metadata.path("scopes_supported").toString())
                .isEqualTo("[\"proof_of_identity\",\"proof_of_residence\"]");
        assertThat(metadata.path("authorization_details_types_supported").toString())
                .isEqualTo("[\"openid_credential\"]");
        assertThat(metadata.path("grant_types_supported").toString())
                .contains("\"authorization_code\"", "\"refresh_token\"");
        assertThat(metadata.path("revocation_endpoint").stringValue()).isEqualTo(origin + "/oauth/revoke");
        assertThat(metadata.has("jwks_uri")).isFalse();
    }

    @Test
    void a_node_with_nothing_to_permit_promises_no_code() {
        try (TestNode directory = TestNode.directory(TestOAuthClient.settings("members"))) {
            ObjectNode metadata = metadata(directory);
            assertThat(metadata.has("authorization_endpoint")).isFalse();
            assertThat(metadata.path("grant_types_supported").toString()).isEqualTo("[\"client_credentials\"]");
            assertThat(metadata.path("token_endpoint_auth_methods_supported").toString())
                    .doesNotContain("none");
        }
    }

    private static ObjectNode metadata(TestNode node) {
        return json(TestOAuthClient.send(
                HttpRequest.newBuilder(URI.create(node.origin() + "/.well-known/oauth-authorization-server"))
                        .build()));
    }

    private HttpResponse<String> push(String body) {
        return wallet.post("/oauth/par", body, "");
    }

    private String everythingKept() {
        return node.bean(JdbcClient.class)
                .sql("select string_agg(t::text, ' ') from signin.authorization_requests t")
                .query(String.class)
                .single();
    }

    private static void refuses(int status, String code, HttpResponse<String> response) {
        assertThat(response.body()).contains("\"" + code + "\"");
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.headers().firstValue("Cache-Control")).contains("no-store");
    }
}
