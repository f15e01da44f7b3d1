package org.entente.checks.bench;

import org.jspecify.annotations.Nullable;

/** A measurement that could not be made; the message says what stood in the way. */
public final class BenchFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public BenchFailed(String message) {
        super(message);
    }

    public BenchFailed(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
