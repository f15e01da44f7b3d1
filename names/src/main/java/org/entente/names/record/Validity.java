package org.entente.names.record;

import java.time.LocalDate;

/** Since when and until when a name is borne, both days included. */
public record Validity(LocalDate from, LocalDate to) {
    /** Nobody has said. */
    public static final Validity UNLIMITED = new Validity(LocalDate.MIN, LocalDate.MAX);

    /** @throws IllegalArgumentException when it ends before it begins */
    public Validity {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("a name is not borne until before it is borne");
        }
    }
}
