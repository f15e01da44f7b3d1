package org.entente.command;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.ULocale;
import java.util.Locale;
import java.util.ResourceBundle;
import org.entente.names.barrier.Wording;
import org.entente.names.barrier.Wording.Tongue;

/** What the audit of barriers says at a terminal. The texts are in {@code command/barriers_*.properties}. */
record BarriersWording(Tongue tongue, ResourceBundle texts) {
    static BarriersWording of(String language) {
        return switch (language) {
            case "fr" -> of(Tongue.FR, Locale.FRENCH);
            case "en" -> of(Tongue.EN, Locale.ENGLISH);
            default -> throw new NotUnderstood("--lang is en or fr");
        };
    }

    private static BarriersWording of(Tongue tongue, Locale locale) {
        return new BarriersWording(tongue, ResourceBundle.getBundle("command/barriers", locale));
    }

    String say(String key, Object... arguments) {
        Object[] texts = java.util.Arrays.stream(arguments)
                .map(argument -> argument instanceof Number number ? number : String.valueOf(argument))
                .toArray();
        return new MessageFormat(this.texts.getString(key), ULocale.forLanguageTag(tongue.code())).format(texts);
    }

    String say(Wording wording) {
        return wording.in(tongue);
    }
}
