package org.entente.node.web;

import java.time.Duration;

/** Thrown when there is no room for what was asked until a moment has passed; answered with 503 and {@code Retry-After}. */
public final class Unavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Duration retryAfter;

    /** @param retryAfter until it may be tried again; whole seconds */
    public Unavailable(Duration retryAfter) {
        super("not available at the moment");
        this.retryAfter = retryAfter;
    }

    public Duration retryAfter() {
        return retryAfter;
    }
}
