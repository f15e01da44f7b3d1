package org.entente.command;

import java.sql.SQLException;
import java.util.Optional;
import java.util.stream.Stream;
import org.entente.database.DatabaseFailed;
import org.entente.node.DatabaseTooOld;
import org.springframework.boot.web.server.PortInUseException;

/** Why a node did not start, in a line, where an operator can mend it; anything else keeps its trace. */
final class NotStarted {
    private NotStarted() {}

    static Optional<String> reason(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .flatMap(cause -> line(cause).stream())
                .findFirst();
    }

    private static Optional<String> line(Throwable cause) {
        return switch (cause) {
            case NotUnderstood own -> Optional.of(String.valueOf(own.getMessage()));
            case DatabaseFailed failed -> Optional.of(String.valueOf(failed.getMessage()));
            case DatabaseTooOld old -> Optional.of(String.valueOf(old.getMessage()));
            case PortInUseException taken ->
                Optional.of(
                        "le port " + taken.getPort() + " est pris\u202f; nommez-en un autre dans server.port · port "
                                + taken.getPort() + " is taken: name another in server.port");
            case SQLException failed
            when isUnreachable(failed) ->
                Optional.of(
                        "la base de données ne se laisse pas joindre\u202f; vérifiez entente.database.* · the database"
                                + " cannot be entered: check entente.database.* (SQLSTATE " + failed.getSQLState()
                                + ")");
            default -> Optional.empty();
        };
    }

    /** No connection, a wrong password or name, no such database, or one that is starting or ending. */
    private static boolean isUnreachable(SQLException failed) {
        String state = String.valueOf(failed.getSQLState());
        return state.startsWith("08") || state.startsWith("28") || state.startsWith("3D") || state.startsWith("57P");
    }
}
