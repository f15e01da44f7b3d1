package org.entente.node.signin.refresh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.node.signin.TestOAuthClient.json;

import java.net.http.HttpResponse;
import java.util.Map;
import org.entente.node.TestDescriptions;
import org.entente.node.TestNode;
import org.entente.node.issuance.TestHolder;
import org.entente.node.issuance.TestIssuer;
import org.entente.node.issuance.TestResidents;
import org.entente.node.signin.TestBrowser;
import org.entente.node.signin.TestOAuthClient;
import org.entente.node.signin.TestWallet;
import org.entente.protocols.Requirement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.node.ObjectNode;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RefreshTokenTests {
    private final TestResidents residents = new TestResidents(Map.of());
    private final TestNode node = residents.node();
    private final TestWallet wallet = new TestWallet(node);
    private final TestBrowser resident = residents.resident();

    @AfterAll
    void close() {
        residents.close();
    }

    @Test
    @Requirement("HAIP 1.0 §4.4 refresh")
    void a_wallet_renews_its_credentials_without_asking_again() {
        String first = refreshToken(wallet.tokens(resident));
        HttpResponse<String> response = wallet.refresh(first);
        assertThat(response.statusCode()).isEqualTo(200);
        ObjectNode tokens = json(response);
        assertThat(refreshToken(tokens)).isNotEqualTo(first);
        assertThat(tokens.path("scope").stringValue()).isEqualTo("proof_of_identity");
        TestHolder holder = new TestHolder(node, wallet.client());
        assertThat(holder.obtain(tokens.path("access_token").stringValue(), TestIssuer.IDENTITY, holder.keys(2)))
                .hasSize(2);
    }

    @Test
    @Requirement("Security §2 refresh-once")
    void a_token_that_was_exchanged_comes_again_and_ends_all() {
        String first = refreshToken(wallet.tokens(resident));
        ObjectNode next = json(wallet.refresh(refreshToken(json(wallet.refresh(first)))));
        refuses("invalid_grant", wallet.refresh(first));
        refuses("invalid_grant", wallet.refresh(refreshToken(next)));
        assertThat(new TestHolder(node, wallet.client())
                        .credential(next.path("access_token").stringValue(), "{}")
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void whoever_comes_again_at_once_waits_a_moment_and_loses_nothing() {
        String first = refreshToken(wallet.tokens(resident));
        ObjectNode lost = json(wallet.refresh(first));

        HttpResponse<String> later = wallet.refresh(first);
        assertThat(later.statusCode()).isEqualTo(503);
        assertThat(json(later).path("error").stringValue()).isEqualTo("temporarily_unavailable");
        assertThat(later.headers().firstValueAsLong("Retry-After").orElseThrow())
                .isBetween(1L, 11L);
        assertThat(TestDescriptions.responses("signin", "/oauth/token", "post")).contains("503");

        assertThat(wallet.refresh(refreshToken(lost)).statusCode()).isEqualTo(200);
    }

    @Test
    @Requirement("Security §2 refresh-once")
    void another_key_that_comes_with_a_token_that_was_exchanged_ends_all() {
        String first = refreshToken(wallet.tokens(resident));
        ObjectNode next = json(wallet.refresh(first));
        refuses("invalid_grant", new TestWallet(node).refresh(first));
        refuses("invalid_grant", wallet.refresh(refreshToken(next)));
    }

    @Test
    @Requirement("Security §2 refresh-once")
    void a_wallet_that_lost_the_answer_gets_the_same_successor_once_more() {
        String first = refreshToken(wallet.tokens(resident));
        ObjectNode lost = json(wallet.refresh(first));
        rotatedBefore("1 minute");
        ObjectNode again = json(wallet.refresh(first));
        assertThat(refreshToken(again)).isEqualTo(refreshToken(lost));

        String next = refreshToken(json(wallet.refresh(refreshToken(again))));
        rotatedBefore("1 minute");
        refuses("invalid_grant", wallet.refresh(first));
        refuses("invalid_grant", wallet.refresh(next));
    }

    @Test
    void an_answer_that_was_lost_is_not_given_again_by_another_key() {
        String first = refreshToken(wallet.tokens(resident));
        wallet.refresh(first);
        rotatedBefore("1 minute");
        refuses("invalid_grant", new TestWallet(node).refresh(first));
    }

    @Test
    void an_answer_that_was_lost_long_ago_is_not_given_again() {
        String first = refreshToken(wallet.tokens(resident));
        wallet.refresh(first);
        rotatedBefore("46 minutes");
        refuses("invalid_grant", wallet.refresh(first));
    }

    private void rotatedBefore(String ago) {
        node.bean(JdbcClient.class)
                .sql("update signin.authorizations set rotated_at = now() - cast(:ago as interval)")
                .param("ago", ago)
                .update();
    }

    @Test
    @Requirement("RFC 9449 §5 refresh")
    void a_token_is_for_its_wallet_and_its_key_and_a_stranger_ends_nothing() {
        String token = refreshToken(wallet.tokens(resident));
        refuses("invalid_grant", new TestWallet(node).refresh(token));
        refuses("invalid_grant", wallet.refresh(token, "client_id", "other-wallet"));
        refuses("invalid_client", wallet.refresh(token, "client_id", ""));
        refuses(
                "invalid_dpop_proof",
                wallet.post(
                        "/oauth/token",
                        TestOAuthClient.form(Map.of(
                                "grant_type", "refresh_token", "client_id", TestWallet.ID, "refresh_token", token)),
                        ""));
        assertThat(wallet.refresh(token).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "%%%", "AAAA", "é"})
    void refuses_a_text_that_is_no_token_of_ours(String text) {
        refuses("invalid_grant", wallet.refresh(text));
    }

    @Test
    void refuses_a_token_whose_number_was_changed() {
        String token = refreshToken(wallet.tokens(resident));
        // The 27th character holds the end of the count: the MAC no longer fits.
        String forged = token.substring(0, 25) + (token.charAt(25) == 'A' ? 'B' : 'A') + token.substring(26);
        refuses("invalid_grant", wallet.refresh(forged));
        assertThat(wallet.refresh(token).statusCode()).isEqualTo(200);
    }

    @Test
    void fewer_scopes_may_be_asked_for_and_more_may_not() {
        String token = refreshToken(wallet.tokens(resident, "scope", "proof_of_identity proof_of_residence"));
        HttpResponse<String> fewer = wallet.refresh(token, "scope", "proof_of_residence");
        assertThat(json(fewer).path("scope").stringValue()).isEqualTo("proof_of_residence");
        TestHolder holder = new TestHolder(node, wallet.client());
        String access = json(fewer).path("access_token").stringValue();
        assertThat(holder.request(access, TestIssuer.IDENTITY, holder.proofs(holder.keys(1), holder.nonce()))
                        .body())
                .contains("unknown_credential_configuration");
        assertThat(holder.obtain(access, TestIssuer.RESIDENCE, holder.keys(1))).hasSize(1);

        String next = refreshToken(json(fewer));
        refuses("invalid_scope", wallet.refresh(next, "scope", "proof_of_residence issuance"));
        assertThat(json(wallet.refresh(next)).path("scope").stringValue())
                .isEqualTo("proof_of_identity proof_of_residence");
    }

    @Test
    void a_permission_that_has_ended_renews_nothing() {
        String token = refreshToken(wallet.tokens(resident));
        node.bean(JdbcClient.class)
                .sql("update signin.authorizations set expires_at = now() - interval '1 second'")
                .update();
        refuses("invalid_grant", wallet.refresh(token));
    }

    @Test
    void a_token_obtains_nothing_once_its_permission_has_ended() {
        String access = wallet.tokens(resident).path("access_token").stringValue();
        TestHolder holder = new TestHolder(node, wallet.client());
        assertThat(holder.obtain(access, TestIssuer.IDENTITY, holder.keys(1))).hasSize(1);
        node.bean(JdbcClient.class)
                .sql("update signin.authorizations set expires_at = now() - interval '1 second'")
                .update();
        HttpResponse<String> late =
                holder.request(access, TestIssuer.IDENTITY, holder.proofs(holder.keys(1), holder.nonce()));
        assertThat(late.statusCode()).isEqualTo(400);
        refuses("credential_request_denied", late);
    }

    private static String refreshToken(ObjectNode tokens) {
        return tokens.path("refresh_token").stringValue();
    }

    private static void refuses(String code, HttpResponse<String> response) {
        assertThat(json(response).path("error").stringValue()).isEqualTo(code);
    }
}
