package org.entente.demo;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The search for personal values finds what it is for. */
class RegisterValuesTests {
    private final RegisterValues values = RegisterValues.read();

    @Test
    void a_value_would_be_found_in_every_usual_encoding() {
        byte[] name = "Maëlle Tadoussac".getBytes(StandardCharsets.UTF_8);
        for (String planted : List.of(
                "… Maëlle Tadoussac …",
                "{\"name\":\"Ma\\u00eblle Tadoussac\"}",
                "x"
                        + Base64.getEncoder()
                                .encodeToString(("a" + new String(name, StandardCharsets.UTF_8))
                                        .getBytes(StandardCharsets.UTF_8)),
                "name=Ma%C3%ABlle+Tadoussac",
                "\\x4d61c3ab6c6c65205461646f7573736163")) {
            assertThatThrownBy(() -> values.requireAbsent(planted.getBytes(StandardCharsets.UTF_8), "a test"))
                    .isInstanceOf(DemoFailed.class);
        }
    }

    @Test
    void a_value_would_be_found_however_deep_it_is_wrapped() {
        String jws = "e30." + base64("{\"place\":\"Kuujjuaq\",\"x\":1}") + ".c2ln";
        String nested = "e30." + base64("{\"body\":{\"act\":\"" + jws + "\"}}") + ".c2ln";
        String stored = "(\\\\x" + HexFormat.of().formatHex(nested.getBytes(StandardCharsets.UTF_8)) + ")";
        String compressed = "{\"lst\":\"" + Base64.getUrlEncoder().encodeToString(compress("Kuujjuaq")) + "\"}";
        for (String planted : List.of(jws, nested, stored, compressed, base64(compressed))) {
            assertThatThrownBy(() -> values.requireAbsent(planted.getBytes(StandardCharsets.UTF_8), "a test"))
                    .isInstanceOf(DemoFailed.class);
        }
    }

    /** The signs that a disclosure begins and ends with are 62 and 63 of the alphabet, wherever they fall in the wrapping. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void a_value_would_be_found_in_a_credential_within_a_message(int shift) {
        String disclosure = base64("[\"salt\",\"place\",\"Kuujjuaq\"]");
        String credential = "e30." + base64("{\"vct\":\"urn:example\"}") + ".c2lnbmF0dXJl~~~" + disclosure + "~~~";
        String message = base64("{\"x\":\"" + "?".repeat(shift) + "\",\"body\":\"" + credential + "\"}");

        assertThatThrownBy(() ->
                        values.requireAbsent(("e30." + message + ".c2ln").getBytes(StandardCharsets.UTF_8), "a test"))
                .isInstanceOf(DemoFailed.class);
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] compress(String text) {
        Deflater deflater = new Deflater();
        deflater.setInput(text.getBytes(StandardCharsets.UTF_8));
        deflater.finish();
        byte[] compressed = new byte[200];
        return Arrays.copyOf(compressed, deflater.deflate(compressed));
    }
}
