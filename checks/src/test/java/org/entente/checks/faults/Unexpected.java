package org.entente.checks.faults;

/** An answer that the flow cannot go on with. */
final class Unexpected extends RuntimeException {
    private static final long serialVersionUID = 1;

    Unexpected(String message) {
        super(message);
    }
}
