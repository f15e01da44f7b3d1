package org.entente.node.frontier.outbox;

import java.time.Duration;

/** What became of one attempt. */
sealed interface Delivery {
    /** The recipient took the message and signed for it. */
    record Delivered(String receipt) implements Delivery {}

    /** The recipient refused the message for good, with this error code. */
    record Refused(String code) implements Delivery {}

    /**
     * The recipient believes no key that made the signature; it is tried again.
     *
     * @param notBefore the pause that the recipient asks for; zero when it asks for none
     */
    record Unrecognised(Duration notBefore) implements Delivery {}

    /**
     * There was no answer that settles it; it is tried again.
     *
     * @param notBefore the pause that the recipient asks for; zero when it asks for none
     */
    record Unsettled(Duration notBefore) implements Delivery {
        Unsettled() {
            this(Duration.ZERO);
        }
    }
}
