package org.entente.protocols.sdjwt;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.entente.protocols.sdjwt.TestCredential.digest;
import static org.entente.protocols.sdjwt.TestCredential.disclosure;
import static org.entente.protocols.sdjwt.TestCredential.sd;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.entente.protocols.Base64Url;
import org.entente.protocols.ProtocolError;
import org.entente.protocols.Requirement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SdJwtLimitsTests {
    private static final String EMAIL = "[\"salt\",\"email\",\"a@b.example\"]";

    private final TestCredential test = new TestCredential();

    @Test
    @Requirement("Security §4 depth")
    void refuses_disclosures_that_nest_without_end() {
        List<String> disclosures = new ArrayList<>();
        String inner = "[\"salt\",\"level\",1]";
        for (int i = 0; i < 100; i++) {
            disclosures.add(disclosure(inner));
            inner = "[\"salt\",\"level\"," + sd(digest(inner)) + "]";
        }
        disclosures.add(disclosure(inner));
        Collections.reverse(disclosures);

        assertRefused(test.forged(sd(digest(inner)), disclosures.toArray(String[]::new)));
    }

    @Test
    void refuses_too_many_disclosures_and_too_long_a_text() {
        String[] many = Stream.generate(() -> disclosure(EMAIL))
                .limit(SdJwt.MAX_DISCLOSURES + 1L)
                .toArray(String[]::new);

        assertRefused(test.forged("{}", many));
        assertRefused(test.forged("{}") + "A".repeat(SdJwt.MAX_LENGTH));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "~", "~~", "a~", "a.b.c~", "not an sd-jwt"})
    void refuses_the_text(String text) {
        assertRefused(text);
    }

    @Test
    @Requirement("RFC 9901 §7.1 disclosure-form")
    void refuses_an_empty_disclosure_and_a_padded_one() {
        assertRefused(test.issued() + "~");
        assertRefused(test.forged(sd(digest(EMAIL)), disclosure(EMAIL) + "="));
    }

    @Test
    @Requirement("RFC 9901 §4.2.3 digest")
    void the_digest_of_a_disclosure_is_the_only_one_it_can_have() {
        // The last character carries unused bits: another spelling of the same bytes must not be read.
        String text = Base64Url.encode("[\"salt\",\"e\",1] ".getBytes(StandardCharsets.US_ASCII));
        char last = text.charAt(text.length() - 1);
        String other = text.substring(0, text.length() - 1) + (char) (last + 1);

        assertRefused(test.forged(sd(Disclosure.digest(other)), other));
    }

    private static void assertRefused(String text) {
        assertThatExceptionOfType(ProtocolError.class).isThrownBy(() -> SdJwt.parse(text));
    }
}
