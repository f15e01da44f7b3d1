package org.entente.node.signin.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.entente.node.kernel.Language;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReturnPathTests {
    @ParameterizedTest
    @CsvSource({
        "/fr/services/a%20b, /en/services/a%20b",
        "/en/ententes/a-b, /en/ententes/a-b",
        "/fr/, /en/",
        "/fr, /en",
    })
    void leads_back_to_a_page_of_ours_in_the_language_of_the_sign_in(String asked, String address) {
        assertThat(ReturnPath.of(asked).in(Language.EN)).isEqualTo(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "https://evil.example/fr/",
                "//evil.example/fr/",
                "/\\evil.example",
                "/fr\\evil.example",
                "/fr.evil.example",
                "/de/services",
                "/oauth/token",
                "/fr/x\r\nSet-Cookie: a=b",
                "/fr/%",
                "javascript:alert(1)",
                "/fr/wallet/offer?credential_offer_uri=x",
                "/fr/services?",
                "/fr/a b",
            })
    void leads_to_the_front_page_otherwise(String asked) {
        assertThat(ReturnPath.of(asked).in(Language.FR)).isEqualTo("/fr");
    }
}
