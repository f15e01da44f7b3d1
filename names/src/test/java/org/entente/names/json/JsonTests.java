package org.entente.names.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTests {
    @Test
    void reads_what_these_documents_hold() {
        assertThat(Json.read(" {\"a\" : [ 1, -2, true, false, \"\\u0294\\n\\/\" ], \"b\":{} } "))
                .isEqualTo(Map.of("a", List.of(1L, -2L, true, false, "ʔ\n/"), "b", Map.of()));
    }

    /** RFC 8785 §3.2.3: the order is that of UTF-16 units. */
    @Test
    void writes_members_in_canonical_order() {
        assertThat(Json.canonical(Map.of(
                        "\u20ac",
                        "Euro Sign",
                        "\r",
                        "Carriage Return",
                        "\ufb33",
                        "Hebrew Letter Dalet With Dagesh",
                        "1",
                        "One",
                        "\ud83d\ude00",
                        "Emoji: Grinning Face",
                        "\u0080",
                        "Control",
                        "\u00f6",
                        "Latin Small Letter O With Diaeresis")))
                .isEqualTo(
                        "{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\",\"ö\":\"Latin Small Letter O With"
                                + " Diaeresis\",\"€\":\"Euro Sign\",\"😀\":\"Emoji: Grinning Face\",\"\ufb33\":\"Hebrew Letter"
                                + " Dalet With Dagesh\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[1,]",
                "[,1]",
                "{\"a\":1,\"a\":2}",
                "{\"a\" 1}",
                "{a:1}",
                "null",
                "[nul]",
                "1.0",
                "1e3",
                "01",
                "-0",
                "-",
                "9007199254740992",
                "12345678901234567890",
                "\"\u0001\"",
                "\"\\x\"",
                "\"\\u12g4\"",
                "\"\\ud800\"",
                "\"abc",
                "[1] 2",
                "tru",
                "{\"a\":1,}",
                "+1"
            })
    void refuses(String json) {
        assertThatIllegalArgumentException().isThrownBy(() -> Json.read(json));
    }

    @Test
    void refuses_what_is_too_deep_or_too_long() {
        assertThatIllegalArgumentException().isThrownBy(() -> Json.read("[".repeat(21) + "]".repeat(21)));
        assertThatIllegalArgumentException().isThrownBy(() -> Json.read(" ".repeat(Json.MAX_LENGTH) + "1"));
    }

    @Property
    void reads_back_every_text(@ForAll String any) {
        if (Json.isWellFormed(any)) {
            assertThat(Json.read(Json.canonical(any))).isEqualTo(any);
        }
    }

    @Property(tries = 2_000)
    void answers_or_refuses_whatever_it_is_given(@ForAll String any) {
        try {
            Json.canonical(Json.read(any));
        } catch (IllegalArgumentException e) {
            assertThat(e).hasMessageContaining("character");
        }
    }

    @Test
    void reads_documents_of_others_without_what_is_null_and_with_fractions_as_they_were_written() {
        assertThat(Json.readForeign("{\"a\":null,\"b\":[1.50,-2e3,null,7],\"c\":true}"))
                .isEqualTo(Map.of("b", List.of("1.50", "-2e3", 7L), "c", true));
        for (String not : List.of("null", "[nul]", "[1.]", "[01]", "[-]", "{\"a\":1,\"a\":2}", "[1", "[+1]")) {
            assertThatIllegalArgumentException().isThrownBy(() -> Json.readForeign(not));
        }
        assertThatIllegalArgumentException().isThrownBy(() -> Json.readForeign("[".repeat(300)));
    }
}
