package org.entente.node.signin.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.entente.node.TestNode;
import org.entente.node.issuance.TestHolder;
import org.entente.node.issuance.TestIssuer;
import org.entente.node.issuance.TestResidents;
import org.entente.node.signin.TestBrowser;
import org.entente.node.signin.TestWallet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.node.ObjectNode;

/** Whoever comes back with a recovery code, or signs out everywhere, takes back what somebody else had permitted. */
class RecoverAccountTests {
    private static final Pattern GROUP = Pattern.compile("<span>([0-9A-Z]{4})</span>");

    private TestResidents residents;
    private TestNode node;
    private TestWallet wallet;
    private TestBrowser resident;
    private String code;

    @BeforeEach
    void make_a_recovery_code() {
        residents = new TestResidents(Map.of());
        node = residents.node();
        wallet = new TestWallet(node);
        resident = residents.resident();
        String page = resident.post("/en/account/recovery-code", Map.of()).body();
        code = GROUP.matcher(page).results().map(group -> group.group(1)).collect(Collectors.joining());
        assertThat(code).hasSize(RecoveryCode.LENGTH);
    }

    @AfterEach
    void close() {
        residents.close();
    }

    @Test
    void no_wallet_renews_what_was_permitted_before() {
        ObjectNode tokens = wallet.tokens(resident);
        recover(code);
        assertThat(wallet.refresh(tokens.path("refresh_token").stringValue()).statusCode())
                .isEqualTo(400);
    }

    @Test
    void what_was_issued_before_is_revoked() {
        ObjectNode tokens = wallet.tokens(resident);
        TestHolder holder = new TestHolder(node, wallet.client());
        holder.obtain(tokens.path("access_token").stringValue(), TestIssuer.IDENTITY, holder.keys(2));
        recover(code);
        assertThat(holding()).isZero();
    }

    @Test
    void a_code_that_is_wrong_ends_nothing() {
        ObjectNode tokens = wallet.tokens(resident);
        TestHolder holder = new TestHolder(node, wallet.client());
        holder.obtain(tokens.path("access_token").stringValue(), TestIssuer.IDENTITY, holder.keys(1));
        HttpResponse<String> refused = recover((code.startsWith("0") ? "1" : "0") + code.substring(1));
        assertThat(refused.statusCode()).isNotEqualTo(303);
        assertThat(holding()).isEqualTo(1);
        assertThat(wallet.refresh(tokens.path("refresh_token").stringValue()).statusCode())
                .isEqualTo(200);
    }

    @Test
    void signing_out_everywhere_withdraws_what_wallets_were_permitted_and_revokes_nothing() {
        ObjectNode tokens = wallet.tokens(resident);
        TestHolder holder = new TestHolder(node, wallet.client());
        holder.obtain(tokens.path("access_token").stringValue(), TestIssuer.IDENTITY, holder.keys(1));
        resident.post("/en/account/places/end", Map.of());
        assertThat(wallet.refresh(tokens.path("refresh_token").stringValue()).statusCode())
                .isEqualTo(400);
        assertThat(holding()).isEqualTo(1);
    }

    private HttpResponse<String> recover(String entered) {
        return residents
                .visitor()
                .post("/en/sign-in/recovery", Map.of("email", "rimouski@example.org", "code", entered));
    }

    private int holding() {
        return node.bean(JdbcClient.class)
                .sql("select count(*) from issuance.families where revoked_at is null")
                .query(Integer.class)
                .single();
    }
}
