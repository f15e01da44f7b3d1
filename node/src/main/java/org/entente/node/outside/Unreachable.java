package org.entente.node.outside;

import java.io.IOException;

/** An address was refused or gave no usable answer. Carries a reason and nothing that the other side sent. */
public final class Unreachable extends IOException {
    private static final long serialVersionUID = 1L;

    /** Why there is no answer. */
    public enum Reason {
        /** The address is not https, names a place inside a network, or is malformed. */
        ADDRESS_REFUSED,
        /** There is no connection to whoever is there: nothing left. */
        NOT_REACHED,
        /** No answer came, or not in the time we wait; what was asked may have arrived. */
        NO_ANSWER,
        /** The answer sends us elsewhere; we follow nobody. */
        REDIRECTED,
        /** The answer exceeds {@link OutsideLimits#answerBytes}. */
        TOO_LONG
    }

    private final Reason reason;

    Unreachable(Reason reason) {
        super(reason.name());
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
