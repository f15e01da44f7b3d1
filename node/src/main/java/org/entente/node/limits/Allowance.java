package org.entente.node.limits;

import java.time.Duration;

/**
 * How often something may be done.
 *
 * @param what a name of its own for what is counted
 * @param period periods of this length begin at fixed times and follow each other; whole seconds
 * @param most how often in a period
 */
public record Allowance(String what, Duration period, int most) {
    public Allowance {
        if (period.toSeconds() < 1 || most < 1) {
            throw new IllegalArgumentException("something may be done at least once in at least a second");
        }
    }
}
