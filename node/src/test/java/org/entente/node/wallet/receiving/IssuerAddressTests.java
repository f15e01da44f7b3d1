package org.entente.node.wallet.receiving;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IssuerAddressTests {
    @ParameterizedTest
    @CsvSource({
        "quebec.example/o/etat-civil, https://quebec.example/o/etat-civil",
        "'  https://quebec.example/o/etat-civil/ ', https://quebec.example/o/etat-civil",
        "https://quebec.example:8443, https://quebec.example:8443",
        "http://quebec.localhost:8400/o/etat-civil, http://quebec.localhost:8400/o/etat-civil"
    })
    void reads_what_people_type(String typed, String identifier) {
        assertThat(IssuerAddress.parse(typed))
                .hasValueSatisfying(read -> assertThat(read).hasToString(identifier));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "two words",
                "http://quebec.example",
                "ftp://quebec.example",
                "javascript:alert(1)",
                "https://user@quebec.example",
                "https://quebec.example/?a=b",
                "https://quebec.example/#a",
                "://"
            })
    void refuses_what_a_wallet_would_not_open(String typed) {
        assertThat(IssuerAddress.parse(typed)).isEmpty();
    }
}
