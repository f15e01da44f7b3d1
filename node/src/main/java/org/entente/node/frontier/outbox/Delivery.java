package org.entente.node.frontier.outbox;

/** What became of one attempt. */
sealed interface Delivery {
    /** The recipient took the message and signed for it. */
    record Delivered(String receipt) implements Delivery {}

    /** The recipient refused the message for good, with this error code. */
    record Refused(String code) implements Delivery {}

    /** There was no answer that settles it; it is tried again. */
    record Unsettled() implements Delivery {}
}
