package org.entente.names.letters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.entente.names.NameReading.Accepted;
import org.entente.names.NameText;
import org.entente.names.TestProfiles;
import org.entente.names.letters.Proposal.Reason;
import org.entente.names.profile.Casing;
import org.entente.names.profile.OpenProfile;
import org.entente.names.profile.Profile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpellingTests {
    private final Alphabet salish = Alphabet.of(TestProfiles.SALISH);

    static List<String> names() {
        return org.entente.names.TestNames.ALL;
    }

    @Test
    void asks_and_waits_for_a_yes() {
        Spelling spelling = salish.read(NameText.of("ʔaq̕am"));

        assertThat(spelling.text().value()).isEqualTo("ʔaq̕am");
        assertThat(spelling.isWithinAlphabet()).isFalse();
        assertThat(spelling.proposals()).containsExactly(new Proposal(2, "q̕", "q̓", Reason.CONFUSABLE));
        assertThat(spelling.with(List.of()).value()).isEqualTo("ʔaq̕am");
        assertThat(spelling.with(spelling.proposals()).value()).isEqualTo("ʔaq̓am");
    }

    @Test
    void a_yes_to_another_question_is_none() {
        Proposal elsewhere = new Proposal(0, "q̕", "q̓", Reason.CONFUSABLE);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> salish.read(NameText.of("ʔaq̕am")).with(List.of(elsewhere)));
    }

    @Test
    void some_may_be_accepted_and_others_not() {
        Spelling spelling = salish.read(NameText.of("q̕aq̕a"));

        assertThat(spelling.with(spelling.proposals().subList(1, 2)).value()).isEqualTo("q̕aq̓a");
    }

    @Test
    void a_sign_of_no_letter_is_shown_whole() {
        Spelling spelling = salish.read(NameText.of("ax̱é̱m"));

        assertThat(spelling.remarks().stream().map(Segment::written)).containsExactly("x̱", "é̱");
        assertThat(spelling.proposals()).isEmpty();
    }

    @Test
    void a_longer_letter_comes_before_a_shorter_and_before_a_mistake() {
        assertThat(written(salish.read(NameText.of("kwaq̓ʷ")))).isEqualTo("kw|a|q̓ʷ");
        assertThat(written(salish.read(NameText.of("kawa")))).isEqualTo("k|a|w|a");
    }

    @Test
    void takes_the_reading_that_leaves_nothing_over() {
        Alphabet alphabet =
                Alphabet.of(Profile.draft("test:cut", "1", "und", "Latn", Casing.UNICAMERAL, List.of("a", "ab", "bc")));

        assertThat(written(alphabet.read(NameText.of("abc")))).isEqualTo("a|bc");
    }

    @Test
    void capitals_are_letters_where_nobody_said_otherwise() {
        assertThat(salish.read(NameText.of("Q̓am KWa Kwa")).isWithinAlphabet()).isTrue();
        assertThat(salish.read(NameText.of("Q̕am")).proposals())
                .containsExactly(new Proposal(0, "Q̕", "Q̓", Reason.CONFUSABLE_CAPITAL));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u200Bm", "am\u200B", " am", "am ", "\uFEFFam", "a\u00ADm", "am\u00A0"})
    void what_cannot_be_seen_is_shown_and_stays_until_a_yes(String written) {
        Spelling spelling = salish.read(NameText.of(written));

        assertThat(spelling.text().value()).isEqualTo(written);
        assertThat(spelling.proposals()).extracting(Proposal::reason).containsExactly(Reason.INVISIBLE);
        assertThat(spelling.with(spelling.proposals()).value()).isEqualTo("am");
    }

    @Test
    void a_space_between_two_words_is_none_of_these() {
        assertThat(salish.read(NameText.of("am am")).isWithinAlphabet()).isTrue();
    }

    @Test
    void symbols_and_digits_are_letters_where_they_are() {
        Alphabet alphabet = Alphabet.of(Profile.draft(
                "test:symbols", "1", "und", "Latn", Casing.UNICAMERAL, List.of("a·", "¢", "₭", "7", "k°", ":", ",")));

        assertThat(written(alphabet.read(NameText.of("a·¢₭7k°:,")))).isEqualTo("a·|¢|₭|7|k°|:|,");
        assertThat(salish.read(NameText.of("7")).remarks()).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("names")
    void the_open_alphabet_remarks_upon_no_name_of_the_country(String name) {
        Spelling spelling = Alphabet.of(OpenProfile.get()).read(NameText.of(name));

        assertThat(spelling.isWithinAlphabet()).isTrue();
        assertThat(spelling.proposals()).isEmpty();
    }

    @Test
    void the_open_alphabet_shows_what_is_foreign_to_the_country_and_refuses_nothing() {
        assertThat(written(Alphabet.of(OpenProfile.get()).read(NameText.of("Gαspé"))))
                .isEqualTo("G|α|s|p|é");
        assertThat(Alphabet.of(OpenProfile.get()).read(NameText.of("Gαspé")).remarks())
                .hasSize(1);
    }

    @Property(tries = 1_000)
    void reads_all_of_every_text_and_changes_none(@ForAll String any) {
        if (NameText.read(any) instanceof Accepted(NameText text)) {
            Spelling spelling = salish.read(text);
            assertThat(spelling.segments().stream().map(Segment::written).collect(Collectors.joining()))
                    .isEqualTo(text.value());
            assertThat(spelling.with(List.of())).isEqualTo(text);
        }
    }

    @Property(tries = 300)
    void reads_the_longest_name_without_delay(@ForAll int seed) {
        String long_ = "q̓ʷ".repeat(Math.floorMod(seed, 90)) + " ".repeat(Math.floorMod(seed, 50)) + "a";
        if (NameText.read(long_) instanceof Accepted(NameText text)) {
            assertThat(salish.read(text).segments()).isNotEmpty();
        }
    }

    @Test
    void a_mistake_across_two_letters_is_asked_about() {
        Profile profile = TestProfiles.with(TestProfiles.SALISH, Map.of("kʔ", "q̓"));

        assertThat(Alphabet.of(profile).read(NameText.of("kʔa")).proposals())
                .containsExactly(new Proposal(0, "kʔ", "q̓", Reason.CONFUSABLE));
    }

    private static String written(Spelling spelling) {
        return spelling.segments().stream().map(Segment::written).collect(Collectors.joining("|"));
    }
}
