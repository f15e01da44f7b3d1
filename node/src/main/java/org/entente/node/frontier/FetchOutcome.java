package org.entente.node.frontier;

/** What became of a fetch. */
public sealed interface FetchOutcome {
    /** The document as it is now. */
    record Fetched(MirroredDocument document) implements FetchOutcome {}

    /** There is no answer that could be used. */
    record Unavailable(Reason reason) implements FetchOutcome {}

    /** Why there is none. */
    enum Reason {
        /** The address is not https, or leads into a network that is not public. */
        ADDRESS_REFUSED,
        /** Nobody answered, or not in time. */
        NO_ANSWER,
        /** The answer leads elsewhere; nobody is followed. */
        REDIRECTED,
        /** The answer was something other than success. */
        ERROR_ANSWER,
        /** The answer was longer than {@link Mirror#MAX_BYTES}. */
        TOO_LONG
    }
}
