package org.entente.protocols.federation;

/** Whether one entity statement may be believed. */
public sealed interface StatementVerdict {
    /** It is genuine and of this time. */
    record Valid() implements StatementVerdict {}

    /** It is not; the first step that failed. */
    record Invalid(Step step) implements StatementVerdict {}

    /** What is looked at, in this order (OpenID Federation 1.0 §10.2). */
    enum Step {
        /** Nothing in {@code crit} is unknown. */
        CRITICAL,
        /** {@code iat} has passed. */
        NOT_YET,
        /** {@code exp} has not passed. */
        EXPIRED,
        /** A key of the signer's made the signature. */
        SIGNATURE
    }
}
