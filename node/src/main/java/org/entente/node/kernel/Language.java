package org.entente.node.kernel;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A language in which every page and text exists as an original. */
public enum Language {
    FR,
    EN;

    /** The BCP 47 tag, as it stands in addresses: {@code fr} or {@code en}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public Locale locale() {
        return this == FR ? Locale.CANADA_FRENCH : Locale.forLanguageTag("en-CA");
    }

    public Language other() {
        return this == FR ? EN : FR;
    }

    /** The language with this tag, if we have it. */
    public static Optional<Language> of(String code) {
        return Arrays.stream(values())
                .filter(language -> language.code().equals(code))
                .findFirst();
    }
}
