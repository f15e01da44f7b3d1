package org.entente.node.web;

import com.ibm.icu.text.Collator;
import java.util.Comparator;
import org.entente.node.kernel.Language;

/**
 * The order in which a reader looks for names of governments, services and the like: that of their language in Canada, where
 * accents and capitals count last. Names of persons have the order of an orthography instead.
 */
public final class Alphabetical {
    private static final Collator FRENCH = order(Language.FR);
    private static final Collator ENGLISH = order(Language.EN);

    private Alphabetical() {}

    /** The order of texts in a language; only the same text is equal in it. */
    public static Comparator<String> in(Language language) {
        Collator order = switch (language) {
            case FR -> FRENCH;
            case EN -> ENGLISH;
        };
        return order::compare;
    }

    private static Collator order(Language language) {
        Collator order = Collator.getInstance(language.locale());
        order.setStrength(Collator.IDENTICAL);
        return order.freeze();
    }
}
