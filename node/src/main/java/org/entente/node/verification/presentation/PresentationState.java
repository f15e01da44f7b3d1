package org.entente.node.verification.presentation;

import java.util.Locale;

/** How a presentation stands. */
public enum PresentationState {
    /** A wallet may answer, once. */
    ASKED,
    /** The answer was accepted; its claims wait to be collected. */
    ACCEPTED,
    /** The claims were handed over. */
    COLLECTED,
    /** The answer was refused. */
    REFUSED,
    /** The holder or the wallet did not present. */
    DECLINED,
    /** The wallet could not answer, and said why. */
    UNABLE;

    /** As it stands in the database and in interfaces. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static PresentationState of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
