package org.entente.node;

import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * Brings the schemas up to date: one per room, made by that room's folder {@code db/migration/<room>}, with its history
 * beside its tables. Safe when several processes start at once.
 */
record Migrations(DataSource database) {
    private static final String JOBS = "jobs";

    void apply(List<String> rooms) {
        Stream.concat(Stream.of(JOBS), rooms.stream())
                .filter(Migrations::hasTables)
                .forEach(this::migrate);
    }

    private static boolean hasTables(String room) {
        return Migrations.class.getResource("/db/migration/" + room) != null;
    }

    private void migrate(String room) {
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration/" + room)
                .schemas(room)
                .createSchemas(true)
                .load()
                .migrate();
    }
}
