package org.entente.node.agreements.rollover;

import java.util.Locale;

/** What became of a decision about the key. */
public enum RollOutcome {
    DONE,
    /** One is under way already. */
    UNDER_WAY,
    /** Nobody has asked for it, or it is past that point. */
    NOT_ASKED,
    /** Another officer confirms than the one who asked. */
    SAME_OFFICER;

    /** The end of its key in the catalogue. */
    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
