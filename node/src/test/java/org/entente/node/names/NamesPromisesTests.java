package org.entente.node.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code docs/names.md} names a test for each thing that must hold, and each of them exists. */
class NamesPromisesTests {
    private static final Pattern CLASS = Pattern.compile("`(\\w+Tests)`");
    private static final int PROMISES = 10;

    @Test
    void each_promise_has_tests_and_they_exist() throws IOException {
        Set<String> tests;
        try (Stream<Path> files = Stream.of("names", "node", "checks")
                .map(module -> Path.of("..", module, "src", "test", "java"))
                .flatMap(NamesPromisesTests::walk)) {
            tests = files.map(file -> file.getFileName().toString().replace(".java", ""))
                    .collect(Collectors.toSet());
        }
        List<String> rows = Files.readAllLines(Path.of("..", "docs", "names.md")).stream()
                .filter(line -> line.startsWith("| T"))
                .toList();

        assertThat(rows).hasSize(PROMISES);
        IntStream.rangeClosed(1, PROMISES)
                .forEach(promise -> assertThat(rows.get(promise - 1)).startsWith("| T" + promise + " |"));
        for (String row : rows) {
            assertThat(CLASS.matcher(row).results().map(name -> name.group(1)).toList())
                    .isNotEmpty()
                    .allMatch(tests::contains);
        }
    }

    private static Stream<Path> walk(Path folder) {
        try {
            return Files.walk(folder);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
