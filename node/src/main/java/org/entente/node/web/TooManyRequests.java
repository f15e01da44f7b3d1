package org.entente.node.web;

import java.time.Duration;

/** Thrown when somebody has used up what they may do in a period; answered with 429 and {@code Retry-After}. */
public final class TooManyRequests extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Duration retryAfter;

    /** @param retryAfter until it may be tried again; whole seconds */
    public TooManyRequests(Duration retryAfter) {
        super("too many requests");
        this.retryAfter = retryAfter;
    }

    public Duration retryAfter() {
        return retryAfter;
    }
}
