package org.entente.node.signin.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.node.signin.TestOAuthClient.form;
import static org.entente.node.signin.TestOAuthClient.json;
import static org.entente.node.signin.TestOAuthClient.send;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.entente.node.TestNode;
import org.entente.node.kernel.Secrets;
import org.entente.node.signin.Simultaneously;
import org.entente.node.signin.TestOAuthClient;
import org.entente.protocols.Requirement;
import org.entente.protocols.federation.EntityStatement;
import org.entente.protocols.jose.CompactJws;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.node.ObjectNode;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TokenEndpointTests {
    private static final Map<String, String> BY_BODY = Map.of(
            "grant_type", "client_credentials",
            "client_id", TestOAuthClient.ID,
            "client_secret", TestOAuthClient.SECRET);

    private final TestNode node = TestNode.government("quebec", TestOAuthClient.settings("issuance.offer", "members"));
    private final TestOAuthClient client = new TestOAuthClient(node);

    @AfterAll
    void close() {
        node.close();
    }

    @Test
    @Requirement("OID4VCI 1.0 §13.10 short-lived")
    void a_client_that_sends_no_proof_gets_a_bearer_token() {
        HttpResponse<String> response = client.token(BY_BODY, "");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(json(response).path("token_type").stringValue()).isEqualTo("Bearer");
        assertThat(json(response).path("expires_in").intValue()).isEqualTo(300);
        assertThat(json(response).path("scope").stringValue()).isEqualTo("issuance.offer members");
        assertThat(response.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(response.headers().firstValue("Content-Type")).contains("application/json");
    }

    @Test
    @Requirement("RFC 9449 §5 token_type")
    void a_client_that_proves_a_key_gets_a_token_bound_to_it() {
        HttpResponse<String> response = client.token(BY_BODY, client.proof("POST", "/oauth/token", ""));
        assertThat(json(response).path("token_type").stringValue()).isEqualTo("DPoP");
    }

    @Test
    void a_token_stands_in_the_database_as_a_digest_only() {
        String token = client.bearerToken();
        JdbcClient sql = node.bean(JdbcClient.class);
        assertThat(sql.sql("select count(*) from signin.access_tokens where token_hash = ?")
                        .param(Secrets.hash(token))
                        .query(Integer.class)
                        .single())
                .isOne();
        assertThat(sql.sql("select string_agg(t::text, ' ') from signin.access_tokens t")
                        .query(String.class)
                        .single())
                .doesNotContain(token);
    }

    @Test
    void a_client_may_show_its_secret_in_the_header() {
        String joined = TestOAuthClient.ID + ":" + TestOAuthClient.SECRET;
        var request = request("grant_type=client_credentials&scope=members")
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(joined.getBytes(StandardCharsets.UTF_8)));
        HttpResponse<String> response = send(request.build());
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(json(response).path("scope").stringValue()).isEqualTo("members");
    }

    @Test
    @Requirement("OID4VCI 1.0 §6.1 authentication")
    void refuses_a_wrong_secret_and_an_unknown_client() {
        refuses(401, "invalid_client", with("client_secret", "wrong"));
        refuses(401, "invalid_client", with("client_id", "unknown"));
        refuses(401, "invalid_client", Map.of("grant_type", "client_credentials", "client_id", TestOAuthClient.ID));
        refuses(401, "invalid_client", Map.of("grant_type", "client_credentials"));
    }

    @Test
    void refuses_a_scope_that_the_client_may_not_have() {
        refuses(400, "invalid_scope", with("scope", "issuance.offer agreements"));
    }

    @Test
    void refuses_a_grant_type_that_nobody_contributes() {
        refuses(400, "unsupported_grant_type", with("grant_type", "password"));
    }

    @Test
    @Requirement("RFC 9449 §4.3 htm")
    @Requirement("RFC 9449 §4.3 htu-checked")
    @Requirement("RFC 9449 §5 invalid_dpop_proof")
    void refuses_a_proof_for_another_address_or_method_or_out_of_shape() {
        refusesProof(client.proof("POST", "/oauth/other", ""));
        refusesProof(client.proof("GET", "/oauth/token", ""));
        refusesProof("not-a-proof");
    }

    @Test
    @Requirement("RFC 9449 §11.1 replay")
    void refuses_a_proof_that_was_used_before() {
        String proof = client.proof("POST", "/oauth/token", "");
        assertThat(client.token(BY_BODY, proof).statusCode()).isEqualTo(200);
        refusesProof(proof);
    }

    @Test
    @Requirement("RFC 9449 §4.3 one")
    void refuses_two_proofs_at_once() {
        var request = request(form(BY_BODY))
                .header("DPoP", client.proof("POST", "/oauth/token", ""))
                .header("DPoP", client.proof("POST", "/oauth/token", ""));
        assertThat(send(request.build()).statusCode()).isEqualTo(400);
    }

    @Test
    void refuses_repeated_parameters_other_content_types_and_oversized_bodies() {
        assertThat(client.token(node, form(BY_BODY) + "&grant_type=client_credentials", "")
                        .statusCode())
                .isEqualTo(400);
        var json = HttpRequest.newBuilder(endpoint())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{}"));
        assertThat(json(send(json.build())).path("error").stringValue()).isEqualTo("invalid_request");
        assertThat(client.token(node, form(BY_BODY) + "&x=" + "a".repeat(70_000), "")
                        .statusCode())
                .isBetween(400, 413);
    }

    @Test
    void takes_no_parameter_from_the_address() {
        var request = HttpRequest.newBuilder(URI.create(endpoint() + "?" + form(BY_BODY)))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.noBody());
        assertThat(send(request.build()).statusCode()).isEqualTo(400);
    }

    @Test
    @Requirement("RFC 9449 §5.1 metadata")
    @Requirement("HAIP 1.0 §4.1 as-metadata")
    void metadata_name_what_the_endpoint_does() {
        var request = HttpRequest.newBuilder(URI.create(node.origin() + "/.well-known/oauth-authorization-server"));
        var metadata = json(send(request.build()));
        assertThat(metadata.path("issuer").stringValue())
                .isEqualTo(node.origin().toString());
        assertThat(metadata.path("token_endpoint").stringValue())
                .isEqualTo(endpoint().toString());
        assertThat(metadata.path("grant_types_supported").toString()).contains("\"client_credentials\"");
        assertThat(metadata.path("dpop_signing_alg_values_supported").toString())
                .isEqualTo("[\"ES256\"]");
    }

    @Test
    void the_same_metadata_stand_there_once_more_signed_by_the_key_of_the_entity_configuration() {
        URI address = URI.create(node.origin() + "/.well-known/oauth-authorization-server");
        ObjectNode metadata = json(send(HttpRequest.newBuilder(address).build()));
        CompactJws signed = CompactJws.parse(metadata.path("signed_metadata").stringValue());
        EntityStatement configuration = EntityStatement.parse(
                send(HttpRequest.newBuilder(URI.create(node.origin() + EntityStatement.WELL_KNOWN_PATH))
                                .build())
                        .body());

        assertThat(configuration.keys().keys()).anyMatch(signed::isSignedBy);
        ObjectNode claims = signed.claims();
        assertThat(claims.path("iss").stringValue()).isEqualTo(node.origin().toString());
        assertThat(claims.path("iat").isIntegralNumber()).isTrue();
        claims.remove(List.of("iss", "iat"));
        metadata.remove("signed_metadata");
        assertThat(claims).isEqualTo(metadata);
        assertThat(json(send(HttpRequest.newBuilder(address).build()))
                        .path("signed_metadata")
                        .stringValue())
                .isEqualTo(signed.toString());
    }

    @Test
    @Requirement("RFC 9449 §11.1 replay")
    @Requirement("Security §3 proof-replay")
    void of_fifty_uses_of_one_proof_on_two_processes_exactly_one_counts() {
        try (TestNode twin = node.twin()) {
            String proof = client.proof("POST", "/oauth/token", "");
            var statuses = Simultaneously.attempt(
                    50,
                    i -> () -> client.token(i % 2 == 0 ? node : twin, form(BY_BODY), proof)
                            .statusCode());
            assertThat(statuses).filteredOn(status -> status == 200).hasSize(1);
            assertThat(statuses).filteredOn(status -> status == 400).hasSize(49);
        }
    }

    @Test
    void what_is_refused_writes_nothing() {
        String before = digest();

        for (String grant :
                List.of("urn:ietf:params:oauth:grant-type:pre-authorized_code", "authorization_code", "x")) {
            Map<String, String> junk = Map.of(
                    "grant_type", grant,
                    "client_id", "somebody",
                    "code", "junk",
                    "pre-authorized_code", "junk",
                    "tx_code", "123456",
                    "redirect_uri", "https://somebody.example/",
                    "code_verifier", "a".repeat(43));
            assertThat(client.token(junk, client.proof("POST", "/oauth/token", ""))
                            .statusCode())
                    .isEqualTo(400);
        }
        assertThat(client.token(with("client_secret", "wrong"), client.proof("POST", "/oauth/token", ""))
                        .statusCode())
                .isEqualTo(401);
        assertThat(client.token(with("scope", "nothing-of-ours"), client.proof("POST", "/oauth/token", ""))
                        .statusCode())
                .isEqualTo(400);

        assertThat(digest()).isEqualTo(before);
    }

    /** Of all that the room keeps. */
    private String digest() {
        JdbcClient sql = node.bean(JdbcClient.class);
        return sql
                .sql("select table_name from information_schema.tables where table_schema = 'signin' order by 1")
                .query(String.class)
                .list()
                .stream()
                .map(table -> table + " "
                        + sql.sql("select count(*) || ' ' || coalesce(sum(hashtext(t::text)), 0) from signin." + table
                                        + " t")
                                .query(String.class)
                                .single())
                .collect(Collectors.joining("\n"));
    }

    private void refusesProof(String proof) {
        HttpResponse<String> response = client.token(BY_BODY, proof);
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(json(response).path("error").stringValue()).isEqualTo("invalid_dpop_proof");
    }

    private void refuses(int status, String code, Map<String, String> parameters) {
        HttpResponse<String> response = client.token(parameters, "");
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(json(response).path("error").stringValue()).isEqualTo(code);
        assertThat(response.headers().firstValue("Cache-Control")).contains("no-store");
    }

    private static Map<String, String> with(String name, String value) {
        var changed = new HashMap<>(BY_BODY);
        changed.put(name, value);
        return changed;
    }

    private URI endpoint() {
        return URI.create(node.origin() + "/oauth/token");
    }

    private HttpRequest.Builder request(String body) {
        return HttpRequest.newBuilder(endpoint())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }
}
