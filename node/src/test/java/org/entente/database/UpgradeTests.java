package org.entente.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A release of Entente comes with other programs of PostgreSQL than the one before. */
class UpgradeTests {
    private static final SecureRandom RANDOM = new SecureRandom();

    @TempDir
    private Path directory;

    private Path programs;

    @BeforeEach
    void cluster() throws IOException {
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx--x--x"));
        programs = TestPrograms.linkInto(directory);
        EmbeddedPostgres.open(directory, RANDOM).close();
    }

    @Test
    void programs_of_another_release_are_replaced() throws Exception {
        for (String older : List.of("programs", "programs.0123456789abcdef")) {
            Path bin = Files.createDirectories(directory.resolve(older).resolve("bin"));
            Files.writeString(bin.resolve("postgres"), "not to be run");
        }

        EmbeddedPostgres.open(directory, RANDOM).close();

        try (Stream<Path> left = Files.list(directory)) {
            assertThat(left.map(path -> path.getFileName().toString()).filter(name -> name.startsWith("programs")))
                    .singleElement()
                    .asString()
                    .matches("programs\\.[0-9a-f]{16}")
                    .isNotEqualTo("programs.0123456789abcdef");
        }
    }

    @Test
    void a_server_that_older_programs_run_still_is_started_anew_by_who_owns_the_cluster() throws Exception {
        long before = runByOlderPrograms();
        Tenure owner = Tenure.of(directory.toRealPath());
        try (EmbeddedPostgres guest = EmbeddedPostgres.open(directory, RANDOM)) {
            assertThat(guest.processId()).isEqualTo(before);
        } finally {
            owner.close();
        }

        try (EmbeddedPostgres again = EmbeddedPostgres.open(directory, RANDOM)) {
            assertThat(again.processId()).isNotEqualTo(before);
            assertThat(ProcessHandle.of(before)).isEmpty();
        }
    }

    /** Starts a server as a process that was killed since would have left it. */
    private long runByOlderPrograms() throws IOException {
        Path data = directory.resolve("data");
        List<String> server = TestPrograms.server(programs, data);
        Programs.prepared(Account.choose().running(server), directory, directory.resolve("log"))
                .start();
        Postmaster postmaster = new Postmaster(data);
        assertThat(postmaster.awaitAnswer(Files.readString(directory.resolve("passwords/postgres"))))
                .isTrue();
        Path noted = data.resolve("postmaster.opts");
        Files.writeString(noted, Files.readString(noted).replaceFirst("programs\\.[0-9a-f]+", "programs"));
        return postmaster.processId();
    }

    @Test
    void data_of_another_version_are_not_touched_and_it_is_said_what_to_do() throws Exception {
        Path version = directory.resolve("data/PG_VERSION");
        Files.writeString(version, "17\n");

        assertThatThrownBy(() -> EmbeddedPostgres.open(directory, RANDOM))
                .isInstanceOf(DatabaseFailed.class)
                .hasMessageContaining("was made by PostgreSQL 17")
                .hasMessageContaining("pg_upgrade");

        Files.writeString(version, "18\n");
        EmbeddedPostgres.open(directory, RANDOM).close();
    }
}
