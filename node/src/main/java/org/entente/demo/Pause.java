package org.entente.demo;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waiting for something that happens elsewhere. */
final class Pause {
    private static final Duration STEP = Duration.ofMillis(50);
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private Pause() {}

    static void briefly() {
        try {
            Thread.sleep(STEP);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DemoFailed("interrupted", e);
        }
    }

    /** Waits until it is so, and fails with what was awaited after two minutes. */
    static void until(BooleanSupplier so, Supplier<String> awaited) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!so.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new DemoFailed("waited two minutes for " + awaited.get());
            }
            briefly();
        }
    }
}
