package org.entente.node.agreements.held;

import java.util.Optional;

/**
 * Who did something for this government.
 *
 * @param officer whose word it took last, see {@code conclude.Officers}
 * @param asked who asked for it first, where it takes two
 */
public record By(String officer, Optional<String> asked) {
    /** An officer or a system that does it alone. */
    public static By one(String officer) {
        return new By(officer, Optional.empty());
    }

    /** Two of whom one asked and another confirmed. */
    public static By two(String asked, String confirmed) {
        return new By(confirmed, Optional.of(asked));
    }
}
