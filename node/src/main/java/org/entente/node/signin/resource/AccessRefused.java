package org.entente.node.signin.resource;

/** Carries a refusal out of the reading of a handler's arguments, where there is no other way to answer. */
final class AccessRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient AccessOutcome.Refused refusal;

    AccessRefused(AccessOutcome.Refused refusal) {
        super(refusal.code());
        this.refusal = refusal;
    }

    AccessOutcome.Refused refusal() {
        return refusal;
    }
}
