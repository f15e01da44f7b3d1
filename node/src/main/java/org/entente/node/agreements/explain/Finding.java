package org.entente.node.agreements.explain;

import java.util.List;
import java.util.Optional;

/** A fault, and what its sentence names. */
record Finding(Fault fault, List<Object> arguments) {
    static Optional<Finding> of(Fault fault, Object... arguments) {
        return Optional.of(new Finding(fault, List.of(arguments)));
    }

    /** A fault where something does not hold. */
    static Optional<Finding> unless(boolean holds, Fault fault, Object... arguments) {
        return holds ? Optional.empty() : of(fault, arguments);
    }
}
