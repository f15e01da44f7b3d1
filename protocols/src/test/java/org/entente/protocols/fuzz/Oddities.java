package org.entente.protocols.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** Small things that somebody somewhere stumbled over. */
final class Oddities {
    /** Bytes, a character each. */
    static final List<String> TEXTS = Stream.concat(Stream.of(
                    "", " ", "\t", "\r\n", "\n", "\n\n", "\u0000", "%00", "%", "%zz", "+", "=", "==", "&", "&&", ".", "..",
                    "...", "~", "~~", "\"", "\\", "\\u0000", "\\ud800", "{", "}", "[", "]", ",", ":", "//", "#", "?", "@",
                    "é", "\uFEFF", "\uFFFD", "\u202E", "𐐷", "— ", "null", "true", "-1", "0", "1e999", "NaN",
                    "9223372036854775808", "none", "None", "HS256", "ES256", "W10", "e30", "bnVsbA", "eyJhbGciOiJub25lIn0",
                    Trial.CANARY, "https://" + Trial.CANARY + ".example/", "http://[::1]/", "javascript:alert(1)", "a:b",
                    "urn:x", "file:///etc/passwd", "ES256\u0000")
            .map(Oddities::bytes),
            // No UTF-8, or not its only form.
            Stream.of("\u00C0\u0080", "\u00ED\u00A0\u0080", "\u00F5\u0080\u0080\u0080", "\u00FF\u00FE", "\u0080", "\u00E2\u0082"))
            .toList();

    /** JSON values that take the place of others, as they are written: some are none. */
    static final List<String> VALUES = List.of(
            "null", "true", "false", "0", "-0", "-1", "1", "1.0", "1.5", "1e2", "1e999", "-1e-999", "2147483648",
            "9007199254740993", "9223372036854775807", "9223372036854775808", "99999999999999999999999999", "\"\"",
            "\"x\"", "\"0\"", "\"true\"", "\"\\u0000\"", "\"\\ud800\"", "\"\\udc00\\ud800\"", "\"" + Trial.CANARY + "\"",
            "[]", "{}", "[[]]", "[{}]", "[null]", "[\"\"]", "{\"\":1}", "{\"...\":\"x\"}", "{\"_sd\":[\"x\"]}",
            "{\"_sd\":\"x\"}", "[{\"...\":7}]", "[{\"...\":\"x\",\"a\":1}]", "[\"a\",\"a\"]", "{\"a\":1,\"a\":2}",
            "[1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20]", "\"none\"", "\"HS256\"", "\"https://a.example\"",
            "\"http://[\"", "\"a:b\"", "\"//x\"", "\"https://" + Trial.CANARY + "@b.example:0/%zz\"");

    /** Names of members that somebody gives a meaning to. */
    static final List<String> NAMES = List.of(
            "", "alg", "crit", "b64", "jwk", "jwks", "x5c", "x5u", "jku", "kid", "typ", "zip", "enc", "epk", "d", "k", "_sd",
            "...", "_sd_alg", "cnf", "iss", "sub", "aud", "exp", "nbf", "iat", "vct", "status", "status_list", "error",
            "values", "claims", "claim_sets", "required", "metadata_policy", "__proto__", Trial.CANARY);

    private Oddities() {}

    private static String bytes(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }
}
