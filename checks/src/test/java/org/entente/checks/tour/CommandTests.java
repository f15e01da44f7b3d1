package org.entente.checks.tour;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.entente.checks.Lane;
import org.entente.command.Main;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/** The command that a newcomer gives first: all nodes in one process, by plain http, in an empty folder. */
@ResourceLock(Lane.NODES)
class CommandTests {
    private static final int FIRST_PORT = 8560;
    private static final int CHAPTERS = 11;
    private static final int MINUTES = 8;

    @TempDir
    private Path folder;

    @Test
    void plays_the_tour_to_its_end_and_ends_with_0_and_leaves_no_value_readable() throws Exception {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
        Path said = folder.resolve("said.txt");
        Process demo = start(said);
        try {
            assertThat(demo.waitFor(MINUTES, TimeUnit.MINUTES)).as("it ends").isTrue();
        } finally {
            demo.destroy();
        }
        String words = Files.readString(said);

        assertThat(demo.exitValue()).as(words).isZero();
        for (int chapter = 1; chapter <= CHAPTERS; chapter++) {
            assertThat(words).contains("\n" + chapter + ". ");
        }
        assertThat(words).doesNotContain("WARN").doesNotContain("ERROR").doesNotContain("Exception");
        new DemoDatabases(folder.resolve(Path.of("var", "demo"))).requireNoValueReadable();
    }

    private Process start(Path said) throws IOException {
        List<String> command = List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "--enable-native-access=ALL-UNNAMED",
                "-Dfile.encoding=" + StandardCharsets.UTF_8,
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx2g",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                Main.class.getName(),
                "demo",
                "--once",
                "--port",
                "" + FIRST_PORT);
        return new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
    }
}
