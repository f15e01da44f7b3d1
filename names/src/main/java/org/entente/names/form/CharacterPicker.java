package org.entente.names.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.entente.names.profile.Profile;

/**
 * The letters that a person may pick where their keyboard lacks them, in the alphabet's order, each with its other forms.
 *
 * @param letters for each letter the forms that can be picked, itself first
 */
public record CharacterPicker(Map<String, List<String>> letters) {
    /** All letters of an orthography. */
    public static CharacterPicker of(Profile profile) {
        Map<String, List<String>> letters = new LinkedHashMap<>();
        for (String letter : profile.alphabet()) {
            List<String> forms = new ArrayList<>(List.of(letter));
            forms.addAll(profile.variants().getOrDefault(letter, List.of()));
            letters.put(letter, List.copyOf(forms));
        }
        return new CharacterPicker(java.util.Collections.unmodifiableMap(letters));
    }

    /** Only letters that an ordinary keyboard lacks: those with a sign beyond ASCII. */
    public CharacterPicker beyondKeyboard() {
        Map<String, List<String>> rest = new LinkedHashMap<>();
        letters.forEach((letter, forms) -> {
            if (letter.codePoints().anyMatch(codePoint -> codePoint > 0x7E)) {
                rest.put(letter, forms);
            }
        });
        return new CharacterPicker(java.util.Collections.unmodifiableMap(rest));
    }
}
