package org.entente.node.frontier;

import java.time.Duration;

/**
 * How a publisher answered the rounds of the mirror.
 *
 * @param watched for how long it was asked
 * @param missed for how much of that nothing came back
 */
public record Watched(Duration watched, Duration missed) {
    /** Of one that was never asked. */
    public static final Watched NEVER = new Watched(Duration.ZERO, Duration.ZERO);

    private static final int PER_MILLE = 1000;

    /** How much of the time it answered, of 1,000, rounded down; 1,000 only where nothing was missed, and where nothing was watched. */
    public int perMille() {
        long all = watched.toMillis();
        return all == 0 ? PER_MILLE : (int) ((all - missed.toMillis()) * PER_MILLE / all);
    }

    /** Both together. */
    public Watched and(Watched other) {
        return new Watched(watched.plus(other.watched), missed.plus(other.missed));
    }
}
