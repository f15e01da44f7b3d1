package org.entente.node.signin.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.node.signin.TestOAuthClient.form;
import static org.entente.node.signin.TestOAuthClient.json;

import java.net.http.HttpResponse;
import java.util.Map;
import org.entente.node.TestNode;
import org.entente.node.issuance.TestHolder;
import org.entente.node.issuance.TestResidents;
import org.entente.node.signin.TestBrowser;
import org.entente.node.signin.TestWallet;
import org.entente.protocols.Requirement;
import org.entente.protocols.oauth.AuthorizationAnswer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.node.ObjectNode;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AuthorizationCodeTests {
    private final TestResidents residents = new TestResidents(Map.of());
    private final TestNode node = residents.node();
    private final TestWallet wallet = new TestWallet(node);
    private final TestBrowser resident = residents.resident();

    @AfterAll
    void close() {
        residents.close();
    }

    @Test
    @Requirement("HAIP 1.0 §4 code-flow")
    void a_code_is_exchanged_for_a_bound_token_and_a_refresh_token() {
        HttpResponse<String> response = wallet.redeem(wallet.code(resident));
        assertThat(response.statusCode()).isEqualTo(200);
        ObjectNode tokens = json(response);
        assertThat(tokens.path("token_type").stringValue()).isEqualTo("DPoP");
        assertThat(tokens.path("scope").stringValue()).isEqualTo("proof_of_identity");
        assertThat(tokens.path("refresh_token").stringValue()).isNotEmpty();
        assertThat(tokens.propertyNames())
                .containsExactlyInAnyOrder("access_token", "token_type", "expires_in", "scope", "refresh_token");
    }

    @ParameterizedTest
    @CsvSource({
        "client_id, other-wallet, invalid_grant",
        "client_id, '', invalid_client",
        "redirect_uri, app.wallet:/back, invalid_grant",
        "redirect_uri, '', invalid_request",
        "code_verifier, dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXl, invalid_grant",
        "code_verifier, E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM, invalid_grant",
        "code_verifier, short, invalid_grant",
        "code_verifier, '', invalid_grant",
        "code, '', invalid_request",
        "code, unknown, invalid_grant"
    })
    @Requirement("RFC 7636 §4.6 checked")
    @Requirement("RFC 7636 §4.4 kept")
    void refuses_a_code_that_does_not_fit_and_leaves_it_to_its_wallet(String name, String value, String error) {
        String code = wallet.code(resident);
        refuses(error, wallet.redeem(code, name, value));
        assertThat(wallet.redeem(code).statusCode()).isEqualTo(200);
    }

    @Test
    @Requirement("RFC 9449 §10.1 par")
    void a_code_that_was_asked_for_with_a_proof_is_for_that_key_only() {
        String code = wallet.code(resident);
        refuses("invalid_grant", thief().redeem(code));
        assertThat(wallet.redeem(code).statusCode()).isEqualTo(200);
    }

    @Test
    @Requirement("RFC 9449 §10 dpop_jkt")
    void a_code_that_was_asked_for_with_a_thumbprint_is_for_that_key_only() {
        String thumbprint = wallet.client().key().publicKey().thumbprint();
        String code = code(wallet.push(TestWallet.request("dpop_jkt", thumbprint), ""));
        refuses("invalid_grant", thief().redeem(code));
        assertThat(wallet.redeem(code).statusCode()).isEqualTo(200);
    }

    @Test
    void a_code_that_was_asked_for_without_a_key_is_bound_when_it_is_exchanged() {
        String code = code(wallet.push(TestWallet.request(), ""));
        HttpResponse<String> response = wallet.redeem(code);
        assertThat(json(response).path("token_type").stringValue()).isEqualTo("DPoP");
        refuses(
                "invalid_grant",
                thief().refresh(json(response).path("refresh_token").stringValue()));
    }

    @Test
    void refuses_a_code_without_a_proof() {
        String code = wallet.code(resident);
        refuses("invalid_dpop_proof", wallet.post("/oauth/token", form(TestWallet.exchange(code)), ""));
        assertThat(wallet.redeem(code).statusCode()).isEqualTo(200);
    }

    @Test
    void a_code_lives_a_minute() {
        String code = wallet.code(resident);
        node.bean(JdbcClient.class)
                .sql(
                        "update signin.authorizations set code_expires_at = now() - interval '1 second' where not code_used")
                .update();
        refuses("invalid_grant", wallet.redeem(code));
    }

    @Test
    void a_code_that_comes_again_ends_what_came_of_it() {
        String code = wallet.code(resident);
        ObjectNode tokens = json(wallet.redeem(code));
        refuses("invalid_grant", wallet.redeem(code));
        refuses("invalid_grant", wallet.refresh(tokens.path("refresh_token").stringValue()));
        assertThat(credential(tokens.path("access_token").stringValue()).statusCode())
                .isEqualTo(401);
    }

    @Test
    void the_same_request_that_comes_again_has_a_used_proof_and_ends_nothing() {
        String form = form(TestWallet.exchange(wallet.code(resident)));
        String proof = wallet.client().proof("POST", "/oauth/token", "");
        ObjectNode tokens = json(wallet.post("/oauth/token", form, proof));
        refuses("invalid_dpop_proof", wallet.post("/oauth/token", form, proof));
        assertThat(credential(tokens.path("access_token").stringValue()).statusCode())
                .isEqualTo(400);
        assertThat(wallet.refresh(tokens.path("refresh_token").stringValue()).statusCode())
                .isEqualTo(200);
    }

    @Test
    void a_token_is_never_taken_without_its_key() {
        String token = wallet.tokens(resident).path("access_token").stringValue();
        HttpResponse<String> response = new TestHolder(node).bearer(token);
        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response.body()).contains("invalid_token");
    }

    private HttpResponse<String> credential(String token) {
        return new TestHolder(node, wallet.client()).credential(token, "{}");
    }

    private String code(HttpResponse<String> pushed) {
        String page = wallet.open(resident, json(pushed).path("request_uri").stringValue());
        return ((AuthorizationAnswer.Code) TestWallet.answered(resident, page, "allow")).code();
    }

    private TestWallet thief() {
        return new TestWallet(node);
    }

    private static void refuses(String code, HttpResponse<String> response) {
        assertThat(json(response).path("error").stringValue()).isEqualTo(code);
        assertThat(response.statusCode()).isIn(400, 401);
    }
}
