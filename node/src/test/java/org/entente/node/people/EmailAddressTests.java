package org.entente.node.people;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTests {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "a.kamouraska@example.ca",
                "a+b@example.ca",
                "o'leary@example.ca",
                "émilie@exemple.ca",
                "ᓄᓇᕕᒃ@example.ca",
                "a@bücher.example",
                "a@localhost"
            })
    void reads_addresses_in_any_script(String text) {
        assertThat(EmailAddress.parse("  " + text + " "))
                .hasValueSatisfying(address -> assertThat(address.value()).isEqualTo(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "@example.ca",
                "a@",
                "a b@example.ca",
                "a@b@example.ca",
                ".a@example.ca",
                "a..b@example.ca",
                "a@-example.ca",
                "a@exa mple.ca",
                "a\r\nBcc: b@example.ca",
                "a@example.ca\r\nBcc: b@example.ca",
                "<a@example.ca>",
                "a,b@example.ca"
            })
    void refuses_what_is_no_address_and_what_would_add_a_header(String text) {
        assertThat(EmailAddress.parse(text)).isEmpty();
    }

    @Test
    void refuses_an_address_that_is_too_long() {
        assertThat(EmailAddress.parse("a@" + "b".repeat(60) + ".c".repeat(120))).isEmpty();
        assertThat(EmailAddress.parse("a".repeat(65) + "@example.ca")).isEmpty();
    }

    @Test
    void two_spellings_are_one_account() {
        assertThat(new EmailAddress("A.Kamouraska@Example.CA").account())
                .isEqualTo(new EmailAddress("a.kamouraska@example.ca").account());
    }

    @Test
    void is_not_printed() {
        assertThat(new EmailAddress("a@example.ca").toString()).doesNotContain("example");
    }
}
