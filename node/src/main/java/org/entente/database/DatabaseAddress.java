package org.entente.database;

/**
 * Where a database is and as whom to enter it.
 *
 * @param url JDBC address without credentials
 */
public record DatabaseAddress(String url, String user, String password) {
    /** Without the password, so that an address may be logged. */
    @Override
    public String toString() {
        return user + " at " + url;
    }
}
