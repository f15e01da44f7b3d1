package org.entente.database;

/** The embedded database could not be unpacked, started or entered; the message says what to do. */
public final class DatabaseFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DatabaseFailed(String message, Throwable cause) {
        super(message, cause);
    }

    DatabaseFailed(String message) {
        super(message);
    }
}
