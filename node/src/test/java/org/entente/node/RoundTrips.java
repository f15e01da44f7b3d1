package org.entente.node;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Counts how often a request waits for the database: what the driver sends and has answered, commits included. */
public final class RoundTrips implements AutoCloseable {
    private final Logger driver = Logger.getLogger("org.postgresql.core.v3.QueryExecutorImpl");
    private final Counter counter = new Counter();

    public RoundTrips() {
        driver.setLevel(Level.FINEST);
        driver.setUseParentHandlers(false);
        driver.addHandler(counter);
    }

    /** How many there were since this was asked last. */
    public int taken() {
        return counter.synced.getAndSet(0);
    }

    @Override
    public void close() {
        driver.removeHandler(counter);
        driver.setLevel(null);
        driver.setUseParentHandlers(true);
    }

    /** Those of requests: what jobs do meanwhile is theirs. */
    private static final class Counter extends Handler {
        private final AtomicInteger synced = new AtomicInteger();

        Counter() {
            setLevel(Level.FINEST);
        }

        @Override
        public void publish(LogRecord said) {
            if (Thread.currentThread().getName().startsWith("tomcat-handler-")
                    && said.getMessage().contains("FE=> Sync")) {
                synced.incrementAndGet();
            }
        }

        @Override
        public void flush() {
            // Nothing waits.
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }
}
