package org.entente.protocols.jose;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.entente.protocols.Base64Url;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnreadableJwsTests {
    private static final TestSigner SIGNER = TestSigner.create();

    @Test
    void tells_who_signed_what_has_a_member_twice() {
        UnreadableJws jws = UnreadableJws.of(
                        signed("{\"a\":{\"iss\":\"x\"},\"iss\":\"https://gaspe.example\",\"b\":1,\"b\":2}"))
                .orElseThrow();
        assertThat(jws.claimedIssuer()).contains("https://gaspe.example");
        assertThat(jws.isSignedBy(SIGNER.publicKey())).isTrue();
        assertThat(jws.isSignedBy(TestSigner.create().publicKey())).isFalse();
    }

    @Test
    void takes_the_first_issuer_where_there_are_two() {
        assertThat(UnreadableJws.of(signed("{\"iss\":\"one\",\"iss\":\"two\"}"))
                        .orElseThrow()
                        .claimedIssuer())
                .contains("one");
    }

    @Test
    void tells_as_what_it_is_signed_though_the_header_has_a_member_twice() {
        assertThat(UnreadableJws.of(compact("{\"alg\":1,\"typ\":\"letter+jwt\",\"alg\":2}", "{}"))
                        .orElseThrow()
                        .type())
                .contains("letter+jwt");
        assertThat(UnreadableJws.of(signed("{}")).orElseThrow().type()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "{\"iss\":1}",
                "{\"iss\":{\"iss\":\"x\"}}",
                "{\"iss\":\"x",
                "no JSON",
                "{\"a\":\"iss\"}"
            })
    void makes_out_no_issuer_where_there_is_none(String payload) {
        assertThat(UnreadableJws.of(signed(payload)).orElseThrow().claimedIssuer())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "a.b", "a.b.c.d", "e30.e30.!"})
    void is_nothing_of_another_form(String text) {
        assertThat(UnreadableJws.of(text)).isEmpty();
    }

    @Test
    void is_nothing_of_another_length() {
        assertThat(UnreadableJws.of(signed("{}") + "A".repeat(CompactJws.MAX_LENGTH)))
                .isEmpty();
    }

    private static String signed(String payload) {
        return compact("{\"alg\":\"ES256\"}", payload);
    }

    private static String compact(String header, String payload) {
        String input = Base64Url.encode(header) + "." + Base64Url.encode(payload);
        return input + "." + Base64Url.encode(SIGNER.sign(input.getBytes(StandardCharsets.US_ASCII)));
    }
}
