package org.entente.names.form;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.entente.names.profile.Profile;

/**
 * Attributes of HTML elements that take or show a name. There is none that limits or changes what is written: no pattern, no
 * longest length, no capital put in, no spelling put right.
 */
public final class NameField {
    private static final String LAST_FONTS = "\"BC Sans\", \"Noto Sans Canadian Aboriginal\", sans-serif";

    private NameField() {}

    /** Of an {@code input} that takes a name in this orthography. */
    public static Map<String, String> input(Profile profile) {
        Map<String, String> attributes = new LinkedHashMap<>(element(profile.bcp47()));
        attributes.put("type", "text");
        attributes.put("inputmode", "text");
        attributes.put("autocapitalize", "off");
        attributes.put("autocorrect", "off");
        attributes.put("spellcheck", "false");
        return attributes;
    }

    /** Of an element that shows a name: its language for voices and fonts, and a word to translators to leave it alone. */
    public static Map<String, String> element(String bcp47) {
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("lang", bcp47);
        attributes.put("translate", "no");
        attributes.put("class", "name");
        return attributes;
    }

    /** The style of such an element: fonts that draw the orthography, in their order, and nothing done to the letters. */
    public static String style(Profile profile) {
        List<String> own = profile.fonts().stream()
                .map(family -> "\"" + family.replaceAll("[\"\\\\]", "") + "\"")
                .toList();
        String fonts = String.join(", ", own);
        return "font-family: " + (fonts.isEmpty() ? "" : fonts + ", ") + LAST_FONTS
                + "; text-transform: none; hyphens: none; line-height: 1.6";
    }
}
