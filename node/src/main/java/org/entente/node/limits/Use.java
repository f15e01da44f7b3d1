package org.entente.node.limits;

import java.time.Duration;

/** What became of one use of an allowance. */
public sealed interface Use {
    /** There was one left, and it was taken. */
    record Within() implements Use {}

    /**
     * There was none left.
     *
     * @param retryAfter until the next period begins; whole seconds, at least one
     * @param first whether it is the first beyond in its period, of all processes
     */
    record Beyond(Duration retryAfter, boolean first) implements Use {}
}
