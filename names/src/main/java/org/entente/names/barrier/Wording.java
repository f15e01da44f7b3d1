package org.entente.names.barrier;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.ULocale;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.entente.names.json.JsonMembers;

/** A text in both languages. */
public record Wording(String fr, String en) {
    private static final String BUNDLE = "org.entente.names.barrier.wording";
    private static final ResourceBundle FRENCH = ResourceBundle.getBundle(BUNDLE, Locale.FRENCH);
    private static final ResourceBundle ENGLISH = ResourceBundle.getBundle(BUNDLE, Locale.ENGLISH);

    /** The two languages of a report. */
    public enum Tongue {
        FR,
        EN;

        /** The word of BCP 47. */
        public String code() {
            return this == FR ? "fr" : "en";
        }

        /** The other one. */
        public Tongue other() {
            return this == FR ? EN : FR;
        }
    }

    /** A text of the catalogue of this package; an argument that is a {@code Wording} itself speaks the language around it. */
    public static Wording of(String key, Object... arguments) {
        return new Wording(
                format(FRENCH, ULocale.FRENCH, key, arguments, Wording::fr),
                format(ENGLISH, ULocale.ENGLISH, key, arguments, Wording::en));
    }

    /** The text in one language. */
    public String in(Tongue tongue) {
        return tongue == Tongue.FR ? fr : en;
    }

    /** Both texts, one after the other; one of them where they are the same. */
    Wording and(Wording other) {
        return equals(other) ? this : new Wording(fr + " · " + other.fr, en + " · " + other.en);
    }

    /** Several texts in one line, with points between. */
    public static Wording list(List<Wording> texts) {
        return new Wording(
                texts.stream().map(Wording::fr).collect(Collectors.joining(" · ")),
                texts.stream().map(Wording::en).collect(Collectors.joining(" · ")));
    }

    static Wording read(JsonMembers in) {
        return new Wording(in.text("fr"), in.text("en"));
    }

    private static String format(
            ResourceBundle texts, ULocale locale, String key, Object[] arguments, Function<Wording, String> tongue) {
        Object[] said = Arrays.stream(arguments)
                .map(argument -> argument instanceof Wording wording ? tongue.apply(wording) : argument)
                .toArray();
        return new MessageFormat(texts.getString(key), locale).format(said);
    }
}
