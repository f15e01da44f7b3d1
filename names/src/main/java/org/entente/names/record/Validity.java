package org.entente.names.record;

import java.util.Optional;

/**
 * Since when and until when a name is borne, as exactly as its bearer says.
 *
 * @param since empty when nobody has said
 * @param until empty when nobody has said, and while it is borne
 */
public record Validity(Optional<PartialDate> since, Optional<PartialDate> until) {
    /** Nobody has said. */
    public static final Validity UNKNOWN = new Validity(Optional.empty(), Optional.empty());

    /** @throws IllegalArgumentException when it ends before it begins */
    public Validity {
        if (since.isPresent()
                && until.isPresent()
                && until.get().last().isBefore(since.get().first())) {
            throw new IllegalArgumentException("a name is not borne until before it is borne");
        }
    }

    /** The same of a name that is borne still, or again. */
    public Validity borne() {
        return new Validity(since, Optional.empty());
    }
}
