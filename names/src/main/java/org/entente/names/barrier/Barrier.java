package org.entente.names.barrier;

/**
 * One thing that systems do to names.
 *
 * @param id as the catalogue numbers it, {@code B01} to {@code B55}
 * @param severity 1: identity lost or the wrong person; 2: service blocked; 3: degraded; 4: dignity or appearance
 * @param affects whose names
 * @param title what goes wrong
 * @param remedy what mends it
 */
public record Barrier(String id, int severity, Wording affects, Wording title, Wording remedy) {
    /** @throws IllegalArgumentException when the severity is none */
    public Barrier {
        if (severity < 1 || severity > 4) {
            throw new IllegalArgumentException("a severity is 1 to 4");
        }
    }
}
