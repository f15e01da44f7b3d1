package org.entente.checks.faults;

import java.io.IOException;

/** There was no answer: nobody knows whether the request had an effect. */
final class Broken extends RuntimeException {
    private static final long serialVersionUID = 1;

    Broken(IOException cause) {
        super(cause);
    }
}
