package org.entente.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code docs/examiner.md} names tests that there are. */
class ExaminerTests {
    private static final Pattern NAMED = Pattern.compile("`([A-Z][A-Za-z0-9]*Tests)\\.([a-z][a-z0-9_]*)`");
    private static final Pattern TEST = Pattern.compile("void ([a-z][a-z0-9_]*)\\(");

    @Test
    void every_test_that_the_table_names_is_there() throws IOException {
        Set<String> named = NAMED.matcher(Files.readString(Path.of("../docs/examiner.md")))
                .results()
                .map(match -> match.group(1) + "." + match.group(2))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(named).hasSizeGreaterThan(50);
        assertThat(tests()).containsAll(named);
    }

    private static Set<String> tests() {
        return Stream.of("../protocols", "../node", "../checks")
                .flatMap(module -> files(Path.of(module, "src/test/java")).stream())
                .flatMap(ExaminerTests::tests)
                .collect(Collectors.toSet());
    }

    private static Stream<String> tests(Path file) {
        String type = file.getFileName().toString().replace(".java", "");
        try {
            return TEST.matcher(Files.readString(file))
                    .results()
                    .map((MatchResult match) -> type + "." + match.group(1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> file.toString().endsWith("Tests.java")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
