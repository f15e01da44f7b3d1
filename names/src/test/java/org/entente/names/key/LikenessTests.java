package org.entente.names.key;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.entente.names.NameReading.Accepted;
import org.entente.names.NameText;
import org.entente.names.PublishedAlphabets;
import org.entente.names.TestNames;
import org.entente.names.letters.Alphabet;
import org.entente.names.profile.Casing;
import org.entente.names.profile.DraftProfiles;
import org.entente.names.profile.OpenProfile;
import org.entente.names.profile.Profile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** T4 and barriers B19, B23, B25 and B27 to B34. */
class LikenessTests {
    private static final KeyMaker OPEN = new KeyMaker(Alphabet.of(OpenProfile.get()));

    static List<String> names() {
        return TestNames.ALL;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "Gwichʼin | Gwich'in",
                "Gwichʼin | Gwich’in",
                "Ɂehdzo | ʔehdzo",
                "Ɂehdzo | ɂehdzo",
                "Kanienʼkehá꞉ka | Kanien'kehá:ka",
                "X̱a̱ayda | X̲a̲ayda",
                "k̓ | k̕",
                "Tłı̨chǫ | TŁĮCHǪ",
                "Tłı̨chǫ | tłįchǫ",
                "kʷikʷəƛ̓əm | kʷikʷə\uA7DC̓əm",
                "SENĆOŦEN | senćoŧen"
            })
    void perhaps_the_same_name(String one, String other) {
        assertThat(likeness(one, other)).isEqualTo(Likeness.SAME_NAME_PERHAPS);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "Tlicho | Tłı̨chǫ",
                "aqam | ʔaq̓am",
                "7aqam | ʔaq̓am",
                "łuk | luk",
                "Skwxwu7mesh | Sḵwx̱wú7mesh",
                "Skwxwumesh | Sḵwx̱wú7mesh",
                "xwmethkweyem | xʷməθkʷəy̓əm",
                "Haizaqvla | Haizaqvḷa",
                "Hailzaqvla | Haíɫzaqvḷa",
                "nehiyawewin | nêhiyawêwin",
                "nēhiyawēwin | nêhiyawêwin",
                "WSANEC | W̱SÁNEĆ",
                "LAUWELNEW | ȽÁU,WELṈEW̱",
                "Gayogohono | Gayogo̱hó꞉nǫʼ",
                "wobanaki | W8banaki",
                "ᐃᓄᒃᑎᑐᑦ ᐃ | ᐃᓄᒃᑏᑐᑦ ᐄ"
            })
    void is_shown_to_a_person_and_never_matched(String one, String other) {
        assertThat(likeness(one, other)).isEqualTo(Likeness.FOR_A_PERSON_TO_SEE);
    }

    @ParameterizedTest
    @CsvSource({"Iqaluit, Tadoussac", "ᐃᖃᓗᐃᑦ, ᐃᓄᒃᑎᑐᑦ", "Montréal, Trois-Rivières"})
    void has_nothing_in_common(String one, String other) {
        assertThat(likeness(one, other)).isEqualTo(Likeness.NONE);
    }

    @ParameterizedTest
    @MethodSource("names")
    void the_same_text_however_it_arrives(String name) {
        String decomposed = Normalizer.normalize(name, Normalizer.Form.NFD);

        assertThat(likeness(name, decomposed)).isEqualTo(Likeness.SAME_TEXT);
        assertThat(likeness(name, " " + name + "\u200B ")).isEqualTo(Likeness.SAME_TEXT);
        assertThat(OPEN.of(NameText.of(name)).search()).isNotEmpty().doesNotContain("");
    }

    @Test
    void syllabics_meet_their_letters_by_the_profile() {
        NameKeys syllabics = keys("entente:iu-cans-draft").of(NameText.of("ᐃᖃᓗᐃᑦ"));

        assertThat(syllabics.roman()).contains("iqaluit");
        assertThat(Likeness.of(syllabics, OPEN.of(NameText.of("Iqaluit")))).isEqualTo(Likeness.FOR_A_PERSON_TO_SEE);
        NameKeys cree = keys("entente:crk-cans-draft").of(NameText.of("ᓀᐦᐃᔭᐍᐏᐣ"));
        assertThat(Likeness.of(cree, OPEN.of(NameText.of("nêhiyawêwin")))).isEqualTo(Likeness.FOR_A_PERSON_TO_SEE);
    }

    @Test
    void a_name_of_no_said_orthography_is_romanised_by_each_and_its_keys_say_by_which() {
        Alphabet open = Alphabet.of(OpenProfile.get());
        Alphabet inuktut = alphabet("entente:iu-cans-draft");
        Alphabet cree = alphabet("entente:crk-cans-draft");
        KeyMaker any = new KeyMaker(open, List.of(inuktut, cree));
        NameText name = NameText.of("ᐃᖃᓗᐃᑦ");

        assertThat(any.ofAny(name).roman()).contains("iqaluit");
        assertThat(any.of(name).roman()).isEqualTo(OPEN.of(name).roman());
        assertThat(any.version())
                .contains(";roman=")
                .endsWith(";" + open.profile().key())
                .isEqualTo(new KeyMaker(open, List.of(cree, inuktut)).version())
                .isNotEqualTo(new KeyMaker(open, List.of(inuktut)).version())
                .isNotEqualTo(OPEN.version());
    }

    @Test
    void a_syllable_written_with_one_sign_or_two_is_perhaps_the_same() {
        KeyMaker cree = keys("entente:crk-cans-draft");

        assertThat(Likeness.of(cree.of(NameText.of("ᓀᐦᐃᔭᐍᐏᐣ")), cree.of(NameText.of("ᓀᐦᐃᔭᐁᐧᐃᐧᐣ"))))
                .isEqualTo(Likeness.SAME_NAME_PERHAPS);
    }

    @Test
    void a_recorded_form_finds_its_name_and_a_likely_one_does_not() {
        NameKeys recorded = OPEN.of(NameText.of("ʔaq̓am"));

        assertThat(Likeness.of(OPEN.of(NameText.of("AKAM")), recorded, Set.of("AKAM")))
                .isEqualTo(Likeness.SAME_NAME_PERHAPS);
        assertThat(Likeness.of(OPEN.of(NameText.of("AQAM")), recorded, Set.of("AKAM")))
                .isEqualTo(Likeness.FOR_A_PERSON_TO_SEE);
    }

    @Test
    void capitals_stay_where_they_are_letters_of_their_own() {
        KeyMaker sencoten = new KeyMaker(Alphabet.of(
                Profile.draft("test:caps", "1", "str", "Latn", Casing.CAPITALS_ONLY, List.of("S", "W", "s"))));
        KeyMaker both = new KeyMaker(
                Alphabet.of(Profile.draft("test:both", "1", "und", "Latn", Casing.BICAMERAL, List.of("a", "K", "k"))));

        assertThat(sencoten.identity(NameText.of("WS"))).isNotEqualTo(sencoten.identity(NameText.of("Ws")));
        assertThat(both.identity(NameText.of("AK"))).isEqualTo(both.identity(NameText.of("aK")));
        assertThat(both.identity(NameText.of("aK"))).isNotEqualTo(both.identity(NameText.of("ak")));
    }

    /** B32: what plain letters cannot tell apart, the identity key keeps apart. */
    @Test
    void no_two_letters_of_a_published_alphabet_are_one_by_the_plain_spelling_alone() {
        int apart = 0;
        for (Profile profile : PublishedAlphabets.all()) {
            KeyMaker keys = new KeyMaker(Alphabet.of(profile));
            Map<String, Set<String>> bySearch = new HashMap<>();
            for (String letter : profile.alphabet()) {
                NameKeys made = keys.of(NameText.of(letter));
                made.search()
                        .forEach(key -> bySearch.computeIfAbsent(key, k -> new HashSet<>())
                                .add(made.identity()));
            }
            apart += (int)
                    bySearch.values().stream().filter(names -> names.size() > 1).count();
        }
        assertThat(apart).isGreaterThan(500);
    }

    @Property(tries = 500)
    void no_number_of_unusual_letters_makes_many_keys(@ForAll String any) {
        if (NameText.read("əʔ78łλ" + any) instanceof Accepted(NameText text)) {
            assertThat(OPEN.of(text).search()).hasSizeBetween(1, 144);
        }
    }

    @Property(tries = 500)
    void keys_of_keys_are_the_same(@ForAll String any) {
        if (NameText.read(any) instanceof Accepted(NameText text)) {
            String stored = KeyMaker.stored(text);
            assertThat(KeyMaker.stored(NameText.of(stored))).isEqualTo(stored);
            if (NameText.read(OPEN.identity(text)) instanceof Accepted(NameText identity)) {
                assertThat(OPEN.identity(identity)).isEqualTo(identity.value());
            }
        }
    }

    private static Likeness likeness(String one, String other) {
        return Likeness.of(OPEN.of(NameText.of(one)), OPEN.of(NameText.of(other)));
    }

    private static KeyMaker keys(String id) {
        return new KeyMaker(alphabet(id));
    }

    private static Alphabet alphabet(String id) {
        return Alphabet.of(DraftProfiles.all().stream()
                .filter(profile -> profile.id().equals(id))
                .findFirst()
                .orElseThrow());
    }
}
