package org.entente.names;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.text.Normalizer;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.entente.names.NameReading.Accepted;
import org.entente.names.NameReading.Reason;
import org.entente.names.NameReading.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class NameTextTests {
    static List<String> names() {
        return TestNames.ALL;
    }

    @ParameterizedTest
    @MethodSource("names")
    void keeps_the_name_as_it_is_written(String name) {
        String composed = Normalizer.normalize(name, Normalizer.Form.NFC);

        assertThat(NameText.of(name).value()).isEqualTo(composed);
        assertThat(NameText.of(Normalizer.normalize(name, Normalizer.Form.NFD)).value())
                .isEqualTo(composed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"X", "7", "ʔ", "!", "₭", "Ŧ", "  Gaspé ", "O’", "A\u200DB", "ﬁ", "ᵘ", "º"})
    void judges_no_sign(String name) {
        assertThat(NameText.of(name).value()).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({
        "Ga\u0000sp\u00e9, CONTROL, U+0000",
        "Gas\u0007p\u00e9, CONTROL, U+0007",
        "Gasp\u00e9\u0085x, CONTROL, U+0085",
        "Ga\u2028sp\u00e9, CONTROL, U+2028",
        "\u202Eepsag, DIRECTION_CONTROL, U+202E",
        "Ga\u2066sp\u00e9, DIRECTION_CONTROL, U+2066",
        "Ga\uE000sp\u00e9, PRIVATE_USE, U+E000",
        "Ga\u0378sp\u00e9, UNASSIGNED, U+0378",
        "Ga\uFFFFsp\u00e9, UNASSIGNED, U+FFFF",
        "Ga\uD800sp\u00e9, BROKEN, U+D800",
        "T\u0142\uFFFDch\u01EB, BROKEN, U+FFFD"
    })
    void refuses_only_what_no_system_can_carry(String name, Reason reason, String notation) {
        assertThat(NameText.read(name)).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.reason()).isEqualTo(reason);
            assertThat(refused.notation()).isEqualTo(notation);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u00A0\u2003", "\u200B", " \u200D "})
    void refuses_a_name_of_which_nothing_can_be_seen(String name) {
        assertThat(NameText.read(name)).isEqualTo(new Refused(Reason.EMPTY, Refused.NONE));
    }

    @Test
    void counts_as_a_reader_does() {
        assertThat(NameText.of("q̓ʷa꞉n̓ƛ̓ən̓").graphemes()).isEqualTo(8);
        assertThat(NameText.of("𑪶𑪳").graphemes()).isEqualTo(2);
        assertThat(NameText.of("ᐃᓄᒃᑎᑐᑦ").graphemes()).isEqualTo(6);
    }

    @Test
    void two_hundred_graphemes_are_a_name_whatever_they_take() {
        assertThat(NameText.read("k̓ʷ".repeat(100))).isInstanceOf(Accepted.class);
        assertThat(NameText.read("ǫ̀".repeat(200))).isInstanceOf(Accepted.class);
        assertThat(NameText.read("ǫ̀".repeat(201))).isEqualTo(new Refused(Reason.TOO_LONG, Refused.NONE));
    }

    @Test
    void a_sign_is_not_piled_up_without_end() {
        assertThat(NameText.read("a" + "\u0301".repeat(NameText.MAX_CODE_POINTS)))
                .isEqualTo(new Refused(Reason.TOO_LONG, Refused.NONE));
    }

    @Test
    void knows_the_script() {
        assertThat(NameText.of("ᐃᓄᒃᑎᑐᑦ").script()).isEqualTo("Cans");
        assertThat(NameText.of("SENĆOŦEN").script()).isEqualTo("Latn");
        assertThat(NameText.of("7").script()).isEqualTo("Zyyy");
    }

    @Test
    void the_stored_form_is_composed() {
        assertThatIllegalArgumentException().isThrownBy(() -> new NameText("Gaspe\u0301"));
        assertThatIllegalArgumentException().isThrownBy(() -> NameText.of("\u0000"));
        assertThat(new NameText("Gaspé")).isEqualTo(NameText.of("Gaspe\u0301"));
    }

    @Test
    void damage_that_was_stored_before_can_be_read_and_mended() {
        assertThat(new NameText("Tł\uFFFDchǫ").value()).isEqualTo("Tł\uFFFDchǫ");
    }

    @Property(tries = 500)
    void reading_answers_and_reading_again_changes_nothing(@ForAll String any) {
        if (NameText.read(any) instanceof Accepted(NameText text)) {
            assertThat(NameText.read(text.value())).isEqualTo(new Accepted(text));
            assertThat(Normalizer.normalize(text.value(), Normalizer.Form.NFD))
                    .isEqualTo(Normalizer.normalize(any, Normalizer.Form.NFD));
        }
    }
}
