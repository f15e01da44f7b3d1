package org.entente.checks.bench;

/** One whole flow as one simulated holder plays it, start to end; played by one thread, again and again. */
interface Flow extends AutoCloseable {
    /**
     * Plays the flow once.
     *
     * @return nanoseconds that each of its exchanges took, in the order of {@link Load#exchanges}
     * @throws BenchFailed when an answer is not the one that the flow needs
     */
    long[] play();

    @Override
    void close();
}
