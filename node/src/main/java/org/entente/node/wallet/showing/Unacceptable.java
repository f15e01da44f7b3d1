package org.entente.node.wallet.showing;

import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A request cannot be put before the holder, or cannot be answered. Callers of this package see an outcome instead. */
final class Unacceptable extends Exception {
    private static final long serialVersionUID = 1L;

    private final Fault fault;
    private final transient @Nullable URI next;

    Unacceptable(Fault fault) {
        this(fault, null);
    }

    /** @param next where the verifier explains its refusal, if it says so */
    Unacceptable(Fault fault, @Nullable URI next) {
        super(fault.name());
        this.fault = fault;
        this.next = next;
    }

    Optional<URI> next() {
        return Optional.ofNullable(next);
    }

    Fault fault() {
        return fault;
    }
}
