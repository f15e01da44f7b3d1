package org.entente.node.frontier.inbox;

import java.time.Duration;

/** What a message that came in is answered with. */
sealed interface Reception {
    /** It was taken, now or before; the signed receipt. */
    record Taken(String receipt) implements Reception {}

    /** It was not, and nothing changed. */
    record Rejected(Fault fault, String code, String reason) implements Reception {
        Rejected(Fault fault, String reason) {
            this(fault, fault.code(), reason);
        }
    }

    /** The sender has sent too much and is to come back; the message was not looked at. */
    record Deferred(Duration retryAfter) implements Reception {}

    /** Whose fault it is and what the sender may do. */
    enum Fault {
        /** The sender is nobody we know; it may try again once it is introduced. */
        UNKNOWN_PEER,
        /** No key of the sender's made the signature. */
        INVALID_SIGNATURE,
        /** It is for somebody else. */
        WRONG_RECIPIENT,
        /** It is too old, or from the future. */
        NOT_CURRENT,
        /** The type is not in the closed list, or nobody here takes it. */
        UNKNOWN_TYPE,
        /** The body is not what the type's schema allows. */
        INVALID_BODY,
        /** Another message of this name was taken before. */
        REPLAYED,
        /** The room that understands the type will not take it. */
        REFUSED;

        String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
