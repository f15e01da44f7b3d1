package org.entente.names.barrier.probe;

/** What a system says when a name is written into it. */
public sealed interface Reply {
    /** It is in. @param reference by which its outputs are asked for */
    record Accepted(String reference) implements Reply {}

    /**
     * It is not.
     *
     * @param status of HTTP; 0 where there is none
     * @param words what the system said, to the person or the caller
     */
    record Refused(int status, String words) implements Reply {}
}
