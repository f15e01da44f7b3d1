package org.entente.node.signin.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.node.signin.TestOAuthClient.form;
import static org.entente.node.signin.TestOAuthClient.json;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import org.entente.node.TestNode;
import org.entente.node.issuance.TestHolder;
import org.entente.node.issuance.TestIssuer;
import org.entente.node.issuance.TestResidents;
import org.entente.node.signin.TestBrowser;
import org.entente.node.signin.TestOAuthClient;
import org.entente.node.signin.TestWallet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.node.ObjectNode;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RevocationTests {
    private final TestResidents residents = new TestResidents(Map.of());
    private final TestNode node = residents.node();
    private final TestWallet wallet = new TestWallet(node);
    private final TestBrowser resident = residents.resident();

    @AfterAll
    void close() {
        residents.close();
    }

    @Test
    void a_refresh_token_ends_with_all_that_came_of_the_same_permission() {
        ObjectNode tokens = wallet.tokens(resident);
        String refresh = tokens.path("refresh_token").stringValue();
        HttpResponse<String> response = revoke("token", refresh, "client_id", TestWallet.ID);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEmpty();
        assertThat(wallet.refresh(refresh).statusCode()).isEqualTo(400);
        assertThat(opens(tokens.path("access_token").stringValue())).isFalse();
    }

    @Test
    void an_access_token_ends_alone() {
        ObjectNode tokens = wallet.tokens(resident);
        String access = tokens.path("access_token").stringValue();
        assertThat(opens(access)).isTrue();
        revoke("token", access, "client_id", TestWallet.ID, "token_type_hint", "refresh_token");
        assertThat(opens(access)).isFalse();
        assertThat(wallet.refresh(tokens.path("refresh_token").stringValue()).statusCode())
                .isEqualTo(200);
    }

    @Test
    void another_clients_token_is_left_alone_and_nobody_is_told() {
        ObjectNode tokens = wallet.tokens(resident);
        String access = tokens.path("access_token").stringValue();
        String refresh = tokens.path("refresh_token").stringValue();
        for (String token : new String[] {access, refresh, "unknown"}) {
            assertThat(revoke("token", token, "client_id", "other-wallet").statusCode())
                    .isEqualTo(200);
            assertThat(revoke("token", token).statusCode()).isEqualTo(200);
        }
        assertThat(opens(access)).isTrue();
        assertThat(wallet.refresh(refresh).statusCode()).isEqualTo(200);
    }

    @Test
    void a_system_ends_its_own_token_with_its_secret() {
        String token = new TestOAuthClient(node).bearerToken();
        assertThat(error(revoke("token", token, "client_id", TestOAuthClient.ID)))
                .isEqualTo("invalid_client");
        assertThat(error(revoke("token", token, "client_id", TestOAuthClient.ID, "client_secret", "wrong")))
                .isEqualTo("invalid_client");
        assertThat(revoke("token", token, "client_id", TestOAuthClient.ID, "client_secret", TestOAuthClient.SECRET)
                        .statusCode())
                .isEqualTo(200);
        assertThat(new TestHolder(node).bearer(token).statusCode()).isEqualTo(401);
    }

    @Test
    void a_wallet_without_a_name_ends_the_token_of_an_offer() {
        TestHolder holder = new TestHolder(node);
        String token = holder.token(holder.offered(TestIssuer.RECORD, TestIssuer.IDENTITY));
        assertThat(holder.credential(token, "{}").statusCode()).isEqualTo(400);
        revoke("token", token);
        assertThat(holder.credential(token, "{}").statusCode()).isEqualTo(401);
    }

    @Test
    void refuses_a_malformed_request() {
        assertThat(error(revoke("client_id", TestWallet.ID))).isEqualTo("invalid_request");
        assertThat(error(wallet.post("/oauth/revoke", "token=a&token=b", ""))).isEqualTo("invalid_request");
    }

    private boolean opens(String accessToken) {
        return new TestHolder(node, wallet.client())
                        .credential(accessToken, "{}")
                        .statusCode()
                != 401;
    }

    private HttpResponse<String> revoke(String... parameters) {
        Map<String, String> form = new HashMap<>();
        for (int i = 0; i < parameters.length; i += 2) {
            form.put(parameters[i], parameters[i + 1]);
        }
        return wallet.post("/oauth/revoke", form(form), "");
    }

    private static String error(HttpResponse<String> response) {
        return json(response).path("error").stringValue();
    }
}
