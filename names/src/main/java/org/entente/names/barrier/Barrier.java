package org.entente.names.barrier;

import java.util.List;
import java.util.Locale;

/**
 * One thing that systems do to names.
 *
 * @param id as the catalogue numbers it, {@code B01} to {@code B55}
 * @param severity 1: identity lost or the wrong person; 2: service blocked; 3: degraded; 4: dignity or appearance
 * @param affects whose names
 * @param title what goes wrong
 * @param probes what is written into a system to see it; besides the control, which every audit writes first
 * @param typed what is looked for, or presented, or pressed, after that
 * @param expected what a system without this barrier does
 * @param remedy what mends it
 * @param cost what the remedy takes, as we estimate it
 */
public record Barrier(
        String id,
        int severity,
        Wording affects,
        Wording title,
        List<String> probes,
        List<String> typed,
        Wording expected,
        Wording remedy,
        Cost cost) {
    /** @throws IllegalArgumentException when the severity is none */
    public Barrier {
        if (severity < 1 || severity > 4) {
            throw new IllegalArgumentException("a severity is 1 to 4");
        }
        probes = List.copyOf(probes);
        typed = List.copyOf(typed);
    }

    /** Classes of cost, by what has to change. */
    public enum Cost {
        /** A setting, or some lines of a page or a program. */
        SMALL,
        /** A part of a program. */
        MIDDLE,
        /** Data that are kept, or what other organisations do, as well. */
        LARGE;

        /** The word in data formats. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
