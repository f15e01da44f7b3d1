package org.entente.names.barrier.probe;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.Normalizer2;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class DamageTests {
    @Test
    void a_name_that_came_back_whole_has_none() {
        assertThat(Damage.of("Tłı̨chǫ", "Tłı̨chǫ")).isEmpty();
        assertThat(Damage.of(Normalizer2.getNFDInstance().normalize("Behchokǫ̀"), "Behchokǫ̀"))
                .isEmpty();
    }

    @Test
    void two_at_once_are_two() {
        assertThat(Damage.of("Tłı̨chǫ", "TLICHO")).containsExactly(Damage.FORCED_CASE, Damage.FOLDED);
        assertThat(Damage.of("Tłı̨chǫ", "T???CH?")).containsExactly(Damage.FORCED_CASE, Damage.REPLACED);
        assertThat(Damage.of("ʔaq̓am", "?AQ?AM")).contains(Damage.FORCED_CASE, Damage.GLOTTAL, Damage.REPLACED);
        assertThat(Damage.of("kʷikʷəƛ̓əm", "KWIKW?????M")).contains(Damage.FORCED_CASE, Damage.COMPATIBILITY);
        assertThat(Damage.of("ʔaq̓am", "&#660;AQ&#787;AM")).containsExactly(Damage.FORCED_CASE, Damage.ESCAPED);
        assertThat(Damage.of("Nisg̱a’a", "NISG?A&#39;A"))
                .contains(Damage.FORCED_CASE, Damage.APOSTROPHE, Damage.REPLACED, Damage.ESCAPED);
        assertThat(Damage.of("q̓".repeat(199), "Q̓".repeat(15) + "Q"))
                .containsExactly(Damage.FORCED_CASE, Damage.CUT_IN_SIGN);
    }

    @Test
    void one_is_not_taken_for_another() {
        assertThat(Damage.of("Tłı̨chǫ", "TŁĮCHǪ")).containsExactly(Damage.FORCED_CASE);
        assertThat(Damage.of("Tłı̨chǫ", "tłįchǫ")).contains(Damage.FORCED_CASE).doesNotContain(Damage.FOLDED);
        assertThat(Damage.of("Tłı̨chǫ", "Tlicho")).containsExactly(Damage.FOLDED);
        assertThat(Damage.of("Tłı̨chǫ", "T???ch?")).containsExactly(Damage.REPLACED);
        assertThat(Damage.of("NunatuKavut", "Nunatukavut")).containsExactly(Damage.RECASED);
        assertThat(Damage.of("atikᵘ", "atiku")).containsExactly(Damage.COMPATIBILITY);
        assertThat(Damage.of("ʔaq̓am", "aq̓am")).contains(Damage.GLOTTAL).doesNotContain(Damage.REPLACED);
        assertThat(Damage.of("Gwichʼin", "Gwich'in"))
                .contains(Damage.APOSTROPHE)
                .doesNotContain(Damage.REPLACED);
        assertThat(Damage.of("Hul'q'umi'num'", "Hulqumi'num'")).containsExactly(Damage.APOSTROPHE);
        assertThat(Damage.of("Hul'q'umi'num'", "Hul&#39;q&#39;umi&#39;num&#39;"))
                .containsExactly(Damage.ESCAPED);
        assertThat(Damage.of("Behchokǫ̀", Normalizer2.getNFDInstance().normalize("Behchokǫ̀")))
                .containsExactly(Damage.NOT_COMPOSED);
        assertThat(Damage.of("Iqaluit", "Iqal")).containsExactly(Damage.CUT);
        assertThat(Damage.of("Iqaluit", " ")).containsExactly(Damage.EMPTY);
        assertThat(Damage.of("Iqaluit", "Kenora")).containsExactly(Damage.OTHER);
    }

    @Test
    void utf_8_that_was_read_as_something_else_is_recognised_with_capitals_too() {
        for (Charset other : List.of(StandardCharsets.ISO_8859_1, Charset.forName("windows-1252"))) {
            for (String name : List.of("Tłı̨chǫ", "ᐃᖃᓗᐃᑦ")) {
                assertThat(Damage.of(name, misread(name, other))).containsExactly(Damage.MISREAD);
            }
        }
        assertThat(Damage.of("Tłı̨chǫ", misread("TŁĮCHǪ", StandardCharsets.ISO_8859_1)))
                .containsExactly(Damage.FORCED_CASE, Damage.MISREAD);
    }

    private static String misread(String name, Charset other) {
        return new String(name.getBytes(StandardCharsets.UTF_8), other);
    }
}
