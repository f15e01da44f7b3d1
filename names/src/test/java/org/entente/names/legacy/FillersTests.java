package org.entente.names.legacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import org.entente.names.NameText;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FillersTests {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "FNU",
                "LNU",
                "NFN",
                "NMN",
                "XX",
                "xxx",
                "xxxxx",
                "Unknown",
                "UNKNOWN UNKNOWN",
                "Inconnue",
                "Inconnu Inconnu",
                "Sans nom",
                "SANS PRÉNOM",
                "No name",
                "NoName",
                "No given name",
                "No name given",
                "No surname",
                "Name unknown",
                "-",
                "--",
                "—",
                ".",
                "?",
                "N/A",
                "n/a.",
                "S/O",
                "N.A.",
                "None",
                "Aucun",
                "Néant",
                "not provided",
                "- -",
                "xxx FNU",
                ""
            })
    void nothing_of_it_is_a_name(String text) {
        assertThat(Fillers.isOnly(text)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "FNU Iqaluit,Iqaluit",
        "Iqaluit LNU,Iqaluit",
        "Unknown Iqaluit,Iqaluit",
        "Iqaluit xxx Siksiká,Iqaluit Siksiká",
        "- Iqaluit,Iqaluit",
        "Iqaluit .,Iqaluit",
        "Sans nom Iqaluit,Iqaluit",
        "N/A ᐃᖃᓗᐃᑦ,ᐃᖃᓗᐃᑦ"
    })
    void a_word_that_is_none_is_left_out_and_the_others_stay(String text, String name) {
        assertThat(Fillers.without(text)).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Null",
                "Na",
                "X",
                "Malcolm X",
                "Sans Souci",
                "Sansnom-sur-Mer",
                "Rimouski - Gaspé",
                "Noname-les-Bains",
                "Nil",
                "Xx̱aayda",
                "ʔaq̓am",
                "ȽÁU,WELṈEW̱",
                "Sḵwx̱wú7mesh",
                "7",
                "ᐊ",
                "·",
                "Stó:lō",
                "Unknownville",
                " Gaspé  Percé ",
                "Louis XX",
                "Lnu",
                "Lnu Denny"
            })
    void a_name_stays_as_it_is(String name) {
        assertThat(Fillers.without(name)).isEqualTo(name);
        assertThat(Fillers.areIn(name)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"FNU IQALUIT", "IQALUIT<<XXXX", "IQALUIT<FNU", "UNKNOWN<UNKNOWN", "XXXX<<XXXX"})
    void no_word_of_a_form_is_a_filler(String form) {
        Channel channel = form.contains("<") ? Channel.MRZ_PASSPORT : Channel.ASCII;

        assertThatIllegalArgumentException()
                .isThrownBy(() -> LegacyForm.chosen(NameText.of("ᐃᖃᓗᐃᑦ"), channel, form, Instant.EPOCH));
        assertThat(LegacyForm.chosen(NameText.of("Unknown Iqaluit"), Channel.ASCII, "Unknown Iqaluit", Instant.EPOCH)
                        .value())
                .as("what stands in the name itself is for its bearer to say")
                .isEqualTo("Unknown Iqaluit");
    }
}
