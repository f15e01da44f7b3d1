package org.entente.checks.faults;

/** An answer that tells to try again: the node, or the one process that was asked, is not there at the moment. */
final class PutOff extends RuntimeException {
    private static final long serialVersionUID = 1;

    PutOff(String message) {
        super(message);
    }
}
