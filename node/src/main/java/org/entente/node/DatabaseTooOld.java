package org.entente.node;

/** The PostgreSQL that was named is older than the node's statements are; the message says what to do, in both languages. */
public final class DatabaseTooOld extends RuntimeException {
    /** The oldest major version that knows every statement of every room, for instance {@code returning old}. */
    static final int OLDEST = 18;

    private static final long serialVersionUID = 1L;

    /** @param major the version found */
    public DatabaseTooOld(int major) {
        super("la base de données est un PostgreSQL " + major + "\u202f; il en faut la version " + OLDEST
                + " ou une plus récente · the database is a PostgreSQL " + major + ": version " + OLDEST
                + " or later is needed");
    }
}
