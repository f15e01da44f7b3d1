package org.entente.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NodesApartTests {
    private static final int FIRST_PORT = 28_620;

    @TempDir
    private Path home;

    @Test
    void a_node_apart_has_a_process_and_a_log_of_its_own_and_ends_with_the_demo() throws Exception {
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwx--x--x"));
        List<ProcessHandle> started;
        try (Nodes nodes = new Nodes(home, FIRST_PORT, true, new Transport.Plain())) {
            nodes.start(Place.COUNCIL);
            started = ProcessHandle.current()
                    .children()
                    .filter(child -> child.info().arguments().stream()
                            .flatMap(Stream::of)
                            .anyMatch(argument -> argument.startsWith(home.toString())))
                    .toList();
            assertThat(started).isNotEmpty();
            assertThat(home.resolve("council").resolve("node.log")).isNotEmptyFile();
        }
        assertThat(started).noneMatch(ProcessHandle::isAlive);
    }
}
