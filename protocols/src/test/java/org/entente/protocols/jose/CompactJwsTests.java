package org.entente.protocols.jose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import org.entente.protocols.Base64Url;
import org.entente.protocols.ProtocolError;
import org.entente.protocols.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

class CompactJwsTests {
    /** RFC 7515, Appendix A.3: the key and the signed text. */
    private static final String RFC_KEY = """
            {"kty":"EC","crv":"P-256",
             "x":"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU",
             "y":"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"}""";

    private static final String RFC_JWS = "eyJhbGciOiJFUzI1NiJ9"
            + ".eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ"
            + ".DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8ISlSApmWQxfKTUJqPP3-Kg6NU1Q";

    private final TestSigner signer = TestSigner.create();
    private final ObjectNode claims =
            Json.newObject().put("iss", "https://quebec.example").put("n", 1);

    @Test
    void verifies_the_example_of_RFC_7515_appendix_A_3() {
        CompactJws jws = CompactJws.parse(RFC_JWS);

        assertThat(jws.isSignedBy(PublicJwk.parse(Json.parse(RFC_KEY)))).isTrue();
        assertThat(jws.claims().path("iss").stringValue()).isEqualTo("joe");
        assertThat(jws.type()).isEmpty();
    }

    @Test
    void writes_what_it_reads() {
        CompactJws jws = CompactJws.parse(CompactJws.sign(signer, "entity-statement+jwt", claims));

        assertThat(jws.claims()).isEqualTo(claims);
        assertThat(jws.type()).isEqualTo("entity-statement+jwt");
        assertThat(jws.keyId()).contains(signer.keyId());
        assertThat(jws.isSignedBy(signer.publicKey())).isTrue();
    }

    @Test
    void is_not_signed_by_another_key() {
        CompactJws jws = CompactJws.parse(CompactJws.sign(signer, "x", claims));

        assertThat(jws.isSignedBy(TestSigner.create().publicKey())).isFalse();
    }

    @Test
    void is_not_signed_when_a_claim_was_changed() {
        String[] parts = CompactJws.sign(signer, "x", claims).split("\\.");
        String forged = Base64Url.encode("{\"iss\":\"https://elsewhere.example\",\"n\":1}");

        assertThat(CompactJws.parse(parts[0] + "." + forged + "." + parts[2]).isSignedBy(signer.publicKey()))
                .isFalse();
    }

    @Test
    void does_not_believe_the_key_that_the_header_brings() {
        TestSigner stranger = TestSigner.create();
        CompactJws jws = CompactJws.parse(CompactJws.sign(stranger, "x", claims, JoseOption.KEY));

        assertThat(jws.header().path("jwk").path("x").isString()).isTrue();
        assertThat(jws.isSignedBy(signer.publicKey())).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"alg\":\"none\"}",
                "{\"alg\":\"HS256\"}",
                "{\"alg\":\"ES384\"}",
                "{\"alg\":\"es256\"}",
                "{\"alg\":[\"ES256\"]}",
                "{}",
                "{\"alg\":\"ES256\",\"alg\":\"none\"}",
                "{\"alg\":\"ES256\",\"crit\":[\"exp\"]}",
                "{\"alg\":\"ES256\",\"b64\":false,\"crit\":[\"b64\"]}",
                "{\"alg\":\"ES256\",\"typ\":7}",
                "[\"ES256\"]",
                "{\"alg\":\"ES256\"} {}"
            })
    void refuses_the_header(String header) {
        String[] parts = CompactJws.sign(signer, "x", claims).split("\\.");

        assertRefused(Base64Url.encode(header) + "." + parts[1] + "." + parts[2]);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "a.b", "a.b.c.d", "a..", "....", "é.é.é", "e30.e30.e30"})
    void refuses_the_text(String text) {
        assertRefused(text);
    }

    @Test
    void refuses_a_payload_that_is_no_object() {
        String[] parts = CompactJws.sign(signer, "x", claims).split("\\.");

        assertRefused(parts[0] + "." + Base64Url.encode("[1]") + "." + parts[2]);
    }

    @Test
    void refuses_a_signature_of_another_length() {
        String[] parts = CompactJws.sign(signer, "x", claims).split("\\.");

        assertRefused(parts[0] + "." + parts[1] + "." + Base64Url.encode(new byte[63]));
        assertRefused(parts[0] + "." + parts[1] + "." + parts[2] + "=");
    }

    @Test
    void refuses_a_text_beyond_the_limit() {
        ObjectNode large = Json.newObject().put("filler", "x".repeat(CompactJws.MAX_LENGTH));
        String text = CompactJws.sign(signer, "x", large);

        assertRefused(text);
        assertThat(CompactJws.parse(text, 2 * CompactJws.MAX_LENGTH).claims()).isEqualTo(large);
    }

    @Test
    void a_zero_signature_proves_nothing() {
        String[] parts = CompactJws.sign(signer, "x", claims).split("\\.");
        String zero = parts[0] + "." + parts[1] + "." + Base64Url.encode(new byte[64]);

        assertThat(CompactJws.parse(zero).isSignedBy(signer.publicKey())).isFalse();
    }

    @Test
    void a_caller_cannot_change_what_was_read() {
        CompactJws jws = CompactJws.parse(CompactJws.sign(signer, "x", claims));
        jws.claims().put("iss", "https://elsewhere.example");
        jws.header().put("typ", "y");

        assertThat(jws.claims()).isEqualTo(claims);
        assertThat(jws.type()).isEqualTo("x");
    }

    @Test
    void an_explicit_header_cannot_choose_the_algorithm() {
        ObjectNode header = Json.newObject().put("alg", "none").put("typ", "x");

        CompactJws jws = CompactJws.parse(CompactJws.sign(signer, header, claims));

        assertThat(jws.header().path("alg").stringValue()).isEqualTo("ES256");
        assertThat(jws.isSignedBy(signer.publicKey())).isTrue();
        assertThat(jws.keyId()).isEmpty();
    }

    private static void assertRefused(String text) {
        assertThatExceptionOfType(ProtocolError.class)
                .isThrownBy(() -> CompactJws.parse(text))
                .satisfies(error -> assertThat(error.code()).isEqualTo("invalid_request"))
                .satisfies(error -> assertThat(error.publicText().getBytes(StandardCharsets.UTF_8))
                        .hasSizeLessThan(200));
    }
}
