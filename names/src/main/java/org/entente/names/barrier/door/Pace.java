package org.entente.names.barrier.door;

import java.util.concurrent.locks.LockSupport;
import org.entente.names.barrier.Wording;
import org.entente.names.barrier.probe.DoorFailed;

/** How fast and how often an audit asks: so many requests a second, and no more than {@link #MOST} in all. */
public final class Pace {
    /** What a system under audit has to bear where the operator says nothing else. */
    public static final int USUAL = 5;

    /** The fastest that an operator may ask for. */
    public static final int FASTEST = 1_000;

    /** The most requests of one audit. */
    public static final int MOST = 5_000;

    private static final long SECOND = 1_000_000_000L;

    private final long between;
    private long next = System.nanoTime();
    private int asked;

    /** @throws IllegalArgumentException when it is no number of requests a second */
    public Pace(int perSecond) {
        if (perSecond < 1 || perSecond > FASTEST) {
            throw new IllegalArgumentException("1 to " + FASTEST + " requests a second");
        }
        this.between = SECOND / perSecond;
    }

    /**
     * Waits until the next request may go.
     *
     * @throws DoorFailed when there were {@link #MOST}
     */
    void await() {
        if (++asked > MOST) {
            throw new DoorFailed(Wording.of("too-many", MOST));
        }
        for (long left = next - System.nanoTime(); left > 0; left = next - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
        next = Math.max(next, System.nanoTime()) + between;
    }
}
