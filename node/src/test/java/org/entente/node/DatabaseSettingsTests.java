package org.entente.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.entente.database.DatabaseAddress;
import org.entente.node.kernel.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class DatabaseSettingsTests {
    private final DatabaseAddress database = TestDatabases.create(Role.WALLET);

    @AfterEach
    void drop() {
        TestDatabases.drop(database);
    }

    @Test
    void a_database_that_knows_every_statement_is_entered() {
        try (var pool = settings("").pool()) {
            assertThat(pool.isRunning()).isTrue();
        }
    }

    @Test
    void an_older_database_is_refused_before_anything_is_done_in_it() {
        saysThatItIs("170006");
        assertThatThrownBy(() -> settings("?currentSchema=older,pg_catalog").pool())
                .isInstanceOf(DatabaseTooOld.class)
                .hasMessageContaining("PostgreSQL 17");
    }

    /** To whoever looks in the schema {@code older} first. */
    private void saysThatItIs(String version) {
        JdbcClient sql =
                JdbcClient.create(new DriverManagerDataSource(database.url(), database.user(), database.password()));
        sql.sql("create schema older").update();
        sql.sql("create function older.current_setting(text) returns text language sql return '" + version + "'")
                .update();
    }

    private DatabaseSettings settings(String more) {
        return new DatabaseSettings(database.url() + more, database.user(), database.password(), 1);
    }
}
