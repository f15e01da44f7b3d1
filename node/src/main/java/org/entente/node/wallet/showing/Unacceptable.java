package org.entente.node.wallet.showing;

/** A request cannot be put before the holder, or cannot be answered. Callers of this package see an outcome instead. */
final class Unacceptable extends Exception {
    private static final long serialVersionUID = 1L;

    private final Fault fault;

    Unacceptable(Fault fault) {
        super(fault.name());
        this.fault = fault;
    }

    Fault fault() {
        return fault;
    }
}
