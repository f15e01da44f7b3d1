package org.entente.audit;

import java.util.List;
import java.util.Locale;

/** Files from which keys were to be pinned, and which prove nothing about anybody's keys. */
public final class UnsoundPins extends Exception {
    private static final long serialVersionUID = 1L;

    /** Why. */
    public enum Why {
        /** Neither an entente as it is published nor its document. */
        MALFORMED,
        /** It has what a signed entente has, and no signature. */
        UNSIGNED,
        /** The signatures are over something else than an entente. */
        OTHER_TYPE,
        /** A party did not sign. Argument: its entity identifier. */
        PARTY_MISSING,
        /** There is an earlier text that no later one supersedes. */
        ORPHAN,
        /** One key stands under two governments. Arguments: their entity identifiers. */
        SHARED_KEY,
        /** One version has two texts. Arguments: the entente's address, the version. */
        TWO_TEXTS;

        /** The name in the catalogue of texts. */
        String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private final Why why;
    private final transient List<String> arguments;

    UnsoundPins(Why why, String... arguments) {
        super(why.code() + " " + String.join(" ", arguments));
        this.why = why;
        this.arguments = List.of(arguments);
    }

    public Why why() {
        return why;
    }

    /** What the sentence about it names. */
    public List<String> arguments() {
        return arguments;
    }
}
