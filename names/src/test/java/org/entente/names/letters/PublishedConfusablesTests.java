package org.entente.names.letters;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.Normalizer2;
import java.util.List;
import java.util.Map;
import org.entente.names.NameText;
import org.entente.names.PublishedAlphabets;
import org.entente.names.letters.Proposal.Reason;
import org.entente.names.profile.Profile;
import org.junit.jupiter.api.Test;

/** T3: every published confusable is proposed for, and none is put right by itself. */
class PublishedConfusablesTests {
    @Test
    void every_confusable_yields_its_proposal_and_nothing_changes_before_a_yes() {
        int seen = 0;
        for (Profile profile : PublishedAlphabets.all()) {
            Alphabet alphabet = Alphabet.of(profile);
            for (Map.Entry<String, String> confusable : profile.confusables().entrySet()) {
                NameText written = NameText.of(confusable.getKey());
                Spelling spelling = alphabet.read(written);

                assertThat(spelling.text().value()).isEqualTo(confusable.getKey());
                assertThat(spelling.proposals())
                        .as("%s in %s", confusable.getKey(), profile.id())
                        .containsExactly(
                                new Proposal(0, confusable.getKey(), confusable.getValue(), Reason.CONFUSABLE));
                assertThat(spelling.with(spelling.proposals()).value()).isEqualTo(confusable.getValue());
                seen++;
            }
        }
        assertThat(seen).isGreaterThan(8_000);
    }

    @Test
    void every_letter_and_variant_is_read_as_itself() {
        int letters = 0;
        for (Profile profile : PublishedAlphabets.all()) {
            Alphabet alphabet = Alphabet.of(profile);
            for (String letter : profile.alphabet()) {
                requireLetter(alphabet, letter, letter);
                for (String form : profile.variants().getOrDefault(letter, List.of())) {
                    requireLetter(alphabet, form, letter);
                }
                letters++;
            }
        }
        assertThat(letters).isGreaterThan(3_600);
    }

    @Test
    void what_is_right_in_one_orthography_is_a_mistake_in_another() {
        List<Profile> asLetter = PublishedAlphabets.all().stream()
                .filter(profile -> profile.alphabet().contains("k̕"))
                .toList();
        List<Profile> asMistake = PublishedAlphabets.all().stream()
                .filter(profile -> "k̓".equals(profile.confusables().get("k̕")))
                .toList();

        assertThat(asLetter).isNotEmpty();
        assertThat(asMistake).isNotEmpty();
        assertThat(Alphabet.of(asLetter.getFirst()).read(NameText.of("k̕")).proposals())
                .isEmpty();
        assertThat(Alphabet.of(asMistake.getFirst()).read(NameText.of("k̕")).proposals())
                .hasSize(1);
    }

    private static void requireLetter(Alphabet alphabet, String written, String letter) {
        Spelling spelling = alphabet.read(NameText.of(written));
        assertThat(spelling.proposals())
                .as("%s in %s", written, alphabet.profile().id())
                .isEmpty();
        assertThat(spelling.text().value())
                .isEqualTo(Normalizer2.getNFCInstance().normalize(written));
        assertThat(spelling.letters())
                .as("%s in %s", written, alphabet.profile().id())
                .containsExactly(new Sign.Letter(alphabet.profile().alphabet().indexOf(letter), letter));
    }
}
