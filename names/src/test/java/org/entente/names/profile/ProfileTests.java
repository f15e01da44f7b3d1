package org.entente.names.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import org.entente.names.NameText;
import org.entente.names.PublishedAlphabets;
import org.entente.names.TestProfiles;
import org.entente.names.letters.Alphabet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProfileTests {
    @Test
    void is_written_and_read_without_loss() {
        assertThat(ProfileJson.read(ProfileJson.write(TestProfiles.SALISH))).isEqualTo(TestProfiles.SALISH);
        DraftProfiles.all()
                .forEach(draft ->
                        assertThat(ProfileJson.read(ProfileJson.write(draft))).isEqualTo(draft));
    }

    @Test
    void every_published_alphabet_is_written_and_read_without_loss() {
        PublishedAlphabets.all()
                .forEach(profile ->
                        assertThat(ProfileJson.read(ProfileJson.write(profile))).isEqualTo(profile));
    }

    @Test
    void is_always_the_same_text() {
        String json = ProfileJson.write(TestProfiles.SALISH);

        assertThat(ProfileJson.write(ProfileJson.read(json))).isEqualTo(json);
        assertThat(json).startsWith("{\"alphabet\":[\"a\",\"k\",").contains("\"status\":\"draft\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"[]", "{}", "{\"id\":1}", "{\"id\":\"x\",\"colour\":\"red\"}", "\"\"", "{\"alphabet\":[1]}"})
    void refuses_what_is_no_profile(String json) {
        assertThatIllegalArgumentException().isThrownBy(() -> ProfileJson.read(json));
    }

    @ParameterizedTest
    @CsvSource({"salish", "Test:salish", "test:", "test:sal/ish", "../x:y"})
    void refuses_the_id(String id) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Profile.draft(id, "1", "und", "Latn", Casing.UNSTATED, List.of("a")));
    }

    @Test
    void refuses_what_contradicts_itself() {
        assertThatIllegalArgumentException().isThrownBy(() -> confused("a", "k"));
        assertThatIllegalArgumentException().isThrownBy(() -> confused("á", "a"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TestProfiles.with(TestProfiles.SALISH, Map.of("x", "y", "y", "k")));
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> Profile.draft("test:x", "1", "und", "Latn", Casing.UNSTATED, List.of("é", "e\u0301")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Profile.draft("test:x", "1", "und", "Latn", Casing.UNSTATED, List.of(" ")));
    }

    @Test
    void is_not_approved_by_nobody() {
        String approvedByNobody = ProfileJson.write(TestProfiles.SALISH)
                .replace("\"status\":\"draft\"", "\"status\":\"community-approved\"");

        assertThatIllegalArgumentException().isThrownBy(() -> ProfileJson.read(approvedByNobody));
    }

    @Test
    void is_in_composed_form() {
        Profile profile = Profile.draft("test:x", "1", "und", "Latn", Casing.UNSTATED, List.of("e\u0301", "k\u0331"));

        assertThat(profile.alphabet()).containsExactly("é", "ḵ");
    }

    @Test
    void drafts_say_that_they_are_drafts_and_where_they_come_from() {
        assertThat(DraftProfiles.all()).hasSizeGreaterThan(5).allSatisfy(draft -> {
            assertThat(draft.status()).isEqualTo(Status.DRAFT);
            assertThat(draft.authority().name()).isEmpty();
            assertThat(draft.authority().source()).contains("not reviewed by any community");
        });
    }

    @ParameterizedTest
    @CsvSource({
        "iu-cans, ᐃᓄᒃᑎᑐᑦ",
        "iu-cans, ᐃᖃᓗᐃᑦ",
        "iu-cans, ᑲᖏᖅᖠᓂᖅ",
        "iu-latn, Kangiqłiniq",
        "crk-cans, ᓀᐦᐃᔭᐍᐏᐣ",
        "crk-latn, nêhiyawêwin",
        "moh, Kanienʼkehá꞉ka",
        "moh, Kanien'kehá:ka",
        "mic, Miꞌkmaq",
        "dgr, Tłı̨chǫ",
        "dgr, Behchokǫ̀"
    })
    void drafts_know_the_letters_of(String draft, String name) {
        Profile profile = DraftProfiles.all().stream()
                .filter(candidate -> candidate.id().equals("entente:" + draft + "-draft"))
                .findFirst()
                .orElseThrow();

        assertThat(Alphabet.of(profile).read(NameText.of(name)).remarks()).isEmpty();
    }

    private static Profile confused(String mistaken, String meant) {
        return TestProfiles.with(TestProfiles.SALISH, Map.of(mistaken, meant));
    }
}
