package org.entente.checks.tour;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.entente.checks.Lane;
import org.entente.demo.Demo;
import org.entente.demo.RegisterValues;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.parallel.ResourceLock;

/** The whole tour with a process for each node, by https: as {@link CommandTests}, and it takes twice as long. */
@Tag("soak")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ResourceLock(Lane.NODES)
class TourTests {
    private static final Path HOME = Path.of("var", "demo");
    private static final int FIRST_PORT = 8520;

    @BeforeAll
    void play() throws IOException {
        for (String node : DemoDatabases.NODES) {
            Files.deleteIfExists(HOME.resolve(node).resolve("node.log"));
        }
        Demo.run(new Demo.Options(true, true, true, FIRST_PORT));
    }

    @Test
    void no_personal_value_stands_in_a_log() throws IOException {
        RegisterValues values = RegisterValues.read();
        for (String node : DemoDatabases.NODES) {
            Path log = HOME.resolve(node).resolve("node.log");
            assertThat(log).isNotEmptyFile();
            values.requireAbsent(Files.readAllBytes(log), "the log of " + node);
        }
    }

    @Test
    void no_personal_value_stands_readable_in_a_database_but_among_a_governments_own_people() throws SQLException {
        new DemoDatabases(HOME).requireNoValueReadable();
    }
}
