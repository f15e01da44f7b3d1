package org.entente.checks.faults;

/** An answer that tells to try again: the node, or the one process that was asked, is not there at the moment. */
final class PutOff extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int status;

    PutOff(int status, String message) {
        super(message);
        this.status = status;
    }

    /** Whether it was a 503 with a time to try again, and not a balancer's word that a process broke off. */
    boolean byTheNode() {
        return status == 503;
    }
}
