package org.entente.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.entente.node.DatabaseTooOld;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.web.server.PortInUseException;

/** What an operator can mend is said in a line; what nobody foresaw keeps its trace. */
class NotStartedTests {
    @TempDir
    private Path directory;

    @Test
    void a_port_that_is_taken_is_said_in_both_languages() {
        assertThat(NotStarted.reason(new IllegalStateException(new PortInUseException(8401))))
                .hasValueSatisfying(line -> assertThat(line)
                        .contains("8401 est pris", "8401 is taken")
                        .doesNotContain("\n"));
    }

    @Test
    void a_database_that_is_too_old_is_said_in_both_languages() {
        assertThat(NotStarted.reason(new IllegalStateException(new DatabaseTooOld(17))))
                .hasValueSatisfying(line -> assertThat(line)
                        .contains("PostgreSQL 17\u202f; il en faut la version 18", "PostgreSQL 17: version 18 or later")
                        .doesNotContain("\n"));
    }

    @Test
    void what_nobody_foresaw_has_no_line() {
        assertThat(NotStarted.reason(new IllegalStateException(new SQLException("x", "23505"))))
                .isEmpty();
    }

    @Test
    void a_database_that_cannot_be_reached_is_one_line_and_a_failure() throws IOException, InterruptedException {
        Path said = start("entente.database.url=jdbc:postgresql://127.0.0.1:1/nowhere");
        assertThat(Files.readString(said))
                .contains("la base de données", "the database cannot be entered")
                .doesNotContain("\tat ");
    }

    @Test
    void a_second_file_in_a_nodes_folder_is_refused() throws IOException, InterruptedException {
        Files.writeString(
                Files.createDirectories(directory.resolve("data")).resolve("belongs-to"),
                "http://other.localhost:8498 wallet\n");
        Path said = start("entente.people.smtp.port=1");
        assertThat(Files.readString(said))
                .contains("belongs to http://other.localhost:8498 wallet", "appartient à")
                .doesNotContain("\tat ");
        assertThat(directory.resolve("data/postgres")).doesNotExist();
    }

    /** Starts a node that cannot start; gives what it said. */
    private Path start(String setting) throws IOException, InterruptedException {
        Path config = Files.writeString(directory.resolve("node.properties"), """
                server.port=0
                entente.node.origin=http://node.localhost:8499
                entente.node.role=directory
                entente.node.name.fr=Chibougamau
                entente.node.name.en=Chibougamau
                entente.node.jurisdiction.code=CA-TEST
                entente.node.jurisdiction.name.fr=Chibougamau
                entente.node.jurisdiction.name.en=Chibougamau
                entente.node.jurisdiction.kind=province
                entente.database.user=nobody
                entente.database.password=nothing
                %s
                """.formatted(setting));
        Path said = directory.resolve("said");
        Process process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Main.class.getName(),
                        "node",
                        "--config",
                        config.toString())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(said.toFile())
                .start();
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).isEqualTo(1);
        return said;
    }
}
