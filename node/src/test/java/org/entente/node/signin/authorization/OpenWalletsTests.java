package org.entente.node.signin.authorization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.entente.node.issuance.TestResidents;
import org.entente.node.signin.SigninSettings;
import org.entente.node.signin.TestBrowser;
import org.entente.node.signin.TestWallet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A node that lets wallets ask which it does not know. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OpenWalletsTests {
    private final TestResidents residents = new TestResidents(Map.of("entente.signin.authorization.open", "true"));
    private final TestWallet wallet = new TestWallet(residents.node());

    @AfterAll
    void close() {
        residents.close();
    }

    @Test
    void an_unknown_wallet_is_shown_by_its_address_with_a_warning() {
        String name = wallet.pushed("client_id", "somebody", "redirect_uri", "https://cabano.example/back");
        TestBrowser browser = residents.resident();
        String page = TestBrowser.location(
                browser.get(TestWallet.address(name).replace("https%3A%2F%2Fwallet.example", "somebody")));
        String question = browser.get(page).body();
        assertThat(question)
                .contains("cabano.example", "Nous ne connaissons pas ce portefeuille")
                .doesNotContain("somebody");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://cabano.example/back",
                "app.cabano:/back",
                "javascript:alert(1)",
                "https://user@cabano.example/back",
                "data:text/html,hello"
            })
    void an_unknown_wallet_is_answered_over_https_only(String address) {
        assertThat(wallet.push("client_id", "somebody", "redirect_uri", address).statusCode())
                .isEqualTo(401);
    }

    @Test
    void a_known_wallet_keeps_to_its_own_addresses() {
        assertThat(wallet.push("redirect_uri", "https://cabano.example/back").statusCode())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "JavaScript:alert(1)",
                "data:text/html,a",
                "/relative",
                "http://wallet.example/back",
                "https://wallet.example/#a"
            })
    void a_setting_names_no_address_that_leads_nowhere(String address) {
        assertThatThrownBy(() -> new SigninSettings.Wallet("a", "A", List.of(URI.create(address))))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
