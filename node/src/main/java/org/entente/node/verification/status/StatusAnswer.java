package org.entente.node.verification.status;

/** What our mirror says of a credential's status. */
public sealed interface StatusAnswer {
    /** The credential holds (Token Status List §7.1). */
    StatusAnswer VALID = new Known(0);

    /** The list is at hand, fresh and genuine, and says this. */
    record Known(int status) implements StatusAnswer {}

    /** It cannot be said. */
    record Unknown(Reason reason) implements StatusAnswer {}

    /** Why it cannot be said. */
    enum Reason {
        /** The credential names no list, or one that is malformed or beyond its end. */
        NO_REFERENCE,
        /** The list does not belong to the issuer. */
        FOREIGN,
        /** No copy is at hand. */
        MISSING,
        /** The copy is older than the clause allows. */
        STALE,
        /** The copy has expired, or its signature does not hold. */
        NOT_GENUINE
    }
}
