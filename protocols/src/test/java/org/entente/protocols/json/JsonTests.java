package org.entente.protocols.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.entente.protocols.ProtocolError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What two readers could understand differently is not read at all. */
class JsonTests {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\":1,\"a\":2}",
                "{\"a\":1,\"\\u0061\":2}",
                "[{\"a\":{\"b\":1,\"b\":1}}]",
                "{\"vp_token\":{\"q\":[],\"q\":[]}}"
            })
    void refuses_a_name_that_stands_twice(String text) {
        refuses(text);
    }

    @Test
    void has_a_depth() {
        assertThat(Json.parse("[".repeat(Json.MAX_DEPTH) + "]".repeat(Json.MAX_DEPTH)))
                .isNotNull();
        refuses("[".repeat(Json.MAX_DEPTH + 1) + "]".repeat(Json.MAX_DEPTH + 1));
        refuses("{\"a\":".repeat(100_000) + "1" + "}".repeat(100_000));
        refuses("[".repeat(1_000_000));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e999", "-1e999", "1e400", "{\"a\":[1e309]}", "1E+2147483648", "1e99999999999999999999"})
    void refuses_a_number_that_no_double_holds(String text) {
        refuses(text);
    }

    @Test
    void a_number_has_a_length() {
        assertThat(Json.parse("9".repeat(Json.MAX_NUMBER_LENGTH)).isIntegralNumber())
                .isTrue();
        refuses("9".repeat(Json.MAX_NUMBER_LENGTH + 1));
        refuses("0." + "1".repeat(1_000_000));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\"\\ud800\"", "\"\\udc00\\ud800\"", "{\"\\udfff\":1}", "[[\"a\\ud83dz\"]]", "\"\\ud83d\\ud83d\""
            })
    void refuses_half_a_surrogate_pair(String text) {
        refuses(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"a\\u0000b\"", "{\"\\u0000\":1}", "[[\"\\u0000\"]]"})
    void refuses_text_that_would_end_early(String text) {
        refuses(text);
    }

    @Test
    void refuses_half_a_surrogate_pair_that_is_not_escaped() {
        refuses("\"" + (char) 0xd800 + "\"");
    }

    @ParameterizedTest
    @CsvSource({
        "overlong slash, 22c0af22",
        "overlong slash of three bytes, 22e080af22",
        "surrogate in UTF-8, 22eda08022",
        "beyond Unicode, 22f490808022",
        "lonely continuation, 228022",
        "cut short, 22e28222",
        "no byte of UTF-8, 22ff22",
        "byte order mark, efbbbf5b5d"
    })
    void refuses_bytes_that_are_not_utf_8(String what, String hex) {
        byte[] bytes = HexFormat.of().parseHex(hex);

        assertThatExceptionOfType(ProtocolError.class).as(what).isThrownBy(() -> Json.parse(bytes));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16BE", "UTF-16LE", "UTF-32BE", "UTF-32LE"})
    void refuses_another_encoding(String charset) {
        byte[] bytes = "[1]".getBytes(Charset.forName(charset));

        assertThatExceptionOfType(ProtocolError.class).isThrownBy(() -> Json.parse(bytes));
    }

    @Test
    void reads_text_as_people_write_it() {
        String text = "[\"ᑲᖏᕐᓱᐊᓗᔾᔪᐊᖅ\",\"SENĆOŦEN\",\"😀\",\"\uFFFD\"]";

        assertThat(Json.write(Json.parse(text.getBytes(StandardCharsets.UTF_8))))
                .isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "1 2",
                "{} {}",
                "[1,]",
                "{\"a\":1,}",
                "['a']",
                "[01]",
                "[+1]",
                "[.5]",
                "[1.]",
                "[0x1]",
                "[NaN]",
                "[Infinity]",
                "[1/*x*/]",
                "#\n1",
                "nul",
                "{a:1}",
                "[\"\t\"]",
                "[\"\\x\"]",
                "\uFEFF[]",
                "[\u00a0]"
            })
    void refuses_what_is_not_json(String text) {
        refuses(text);
    }

    @Test
    void has_a_length() {
        String longest = "\"" + "x".repeat(Json.MAX_LENGTH - 2) + "\"";

        assertThat(Json.parse(longest.getBytes(StandardCharsets.UTF_8)).isString())
                .isTrue();
        assertThatExceptionOfType(ProtocolError.class)
                .isThrownBy(() -> Json.parse((longest + " ").getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void two_values_have_two_canonical_forms() {
        assertThat(Json.canonical(Json.parse("{\"b\":9007199254740992,\"a\":-9007199254740992}")))
                .asString()
                .isEqualTo("{\"a\":-9007199254740992,\"b\":9007199254740992}");
        for (String rounded : new String[] {
            "9007199254740993", "-9007199254740993", "9".repeat(64), "[{\"a\":[1e1,9223372036854775807]}]"
        }) {
            JsonNode value = Json.parse(rounded);
            assertThatExceptionOfType(ProtocolError.class).isThrownBy(() -> Json.canonical(value));
        }
    }

    @Property
    void what_is_written_reads_back_as_the_same(@ForAll String name, @ForAll String text, @ForAll double number) {
        var value = Json.newObject()
                .put("n", Double.isFinite(number) ? number : 0.5)
                .put(name + "x", text);
        try {
            JsonNode read = Json.parse(Json.bytes(value));
            assertThat(Json.parse(Json.bytes(read))).isEqualTo(read);
            assertThat(Json.canonical(Json.parse(Json.canonical(read)))).isEqualTo(Json.canonical(read));
        } catch (ProtocolError e) {
            assertThat(e.code()).isEqualTo("invalid_request");
        }
    }

    private static void refuses(String text) {
        assertThatExceptionOfType(ProtocolError.class)
                .isThrownBy(() -> Json.parse(text))
                .satisfies(error -> assertThat(error.code()).isEqualTo("invalid_request"));
    }
}
