package org.entente.node.frontier.mirror;

import java.time.Duration;

/** When a piece of work must have ended. It is asked between two steps and bounds each wait: nobody is interrupted. */
record Deadline(long nanoTime) {
    static Deadline in(Duration time) {
        return new Deadline(System.nanoTime() + time.toNanos());
    }

    boolean isOver() {
        return left().isZero();
    }

    /** What is left; zero when it is over. */
    Duration left() {
        return Duration.ofNanos(Math.max(0, nanoTime - System.nanoTime()));
    }
}
