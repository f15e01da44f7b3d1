package org.entente.names.form;

import static org.assertj.core.api.Assertions.assertThat;

import org.entente.names.TestProfiles;
import org.entente.names.profile.DraftProfiles;
import org.entente.names.profile.OpenProfile;
import org.junit.jupiter.api.Test;

class NameFieldTests {
    @Test
    void a_field_limits_nothing_and_helps_with_nothing() {
        assertThat(NameField.input(OpenProfile.get()))
                .doesNotContainKeys("pattern", "maxlength", "minlength", "required")
                .containsEntry("autocapitalize", "off")
                .containsEntry("autocorrect", "off")
                .containsEntry("spellcheck", "false");
    }

    @Test
    void a_name_is_shown_in_its_language_and_left_alone() {
        assertThat(NameField.element("hur-fonnapa"))
                .containsEntry("lang", "hur-fonnapa")
                .containsEntry("translate", "no");
        assertThat(NameField.style(DraftProfiles.all().getFirst()))
                .startsWith("font-family: \"Noto Sans Canadian Aboriginal\"")
                .contains("text-transform: none", "hyphens: none");
    }

    @Test
    void letters_are_picked_in_their_order_with_their_other_forms() {
        CharacterPicker picker = CharacterPicker.of(TestProfiles.SALISH);

        assertThat(picker.letters().keySet()).containsExactlyElementsOf(TestProfiles.SALISH.alphabet());
        assertThat(picker.letters().get("a")).containsExactly("a", "á");
        assertThat(picker.beyondKeyboard().letters().keySet()).containsExactly("q̓", "q̓ʷ", "ʔ");
    }
}
