package org.entente.node.agreements.held;

import java.util.Locale;

/** How far this government itself has come with an entente. */
public enum Part {
    /** It is on the table. */
    PROPOSED,
    /** Our own authority has approved it. */
    APPROVED,
    /** We signed. */
    SIGNED,
    /** Others concluded it; we have asked to join. */
    ACCEDING;

    /** The name in the database and in interfaces. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Part of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
