package org.entente.names.barrier.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.entente.names.barrier.Evidence;
import org.entente.names.barrier.Finding;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

class SourceTreeTests {
    @TempDir
    Path folder;

    /** A line that puts up a barrier, and one that does the same work without. */
    private record Line(String barrier, String broken, String mended) {
        static List<Line> all() {
            try (InputStream in = Objects.requireNonNull(SourceTreeTests.class.getResourceAsStream("lines.txt"))) {
                return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                        .lines()
                        .map(line -> line.split("\t"))
                        .map(parts -> new Line(parts[0], parts[1], parts[2]))
                        .toList();
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }
    }

    @TestFactory
    Stream<DynamicTest> finds_a_line_and_no_longer_when_it_is_mended() {
        return Line.all().stream()
                .map(line -> DynamicTest.dynamicTest(line.barrier(), () -> {
                    Path broken = Files.createDirectories(folder.resolve(line.barrier() + "-broken"));
                    Path mended = Files.createDirectories(folder.resolve(line.barrier() + "-mended"));
                    Files.writeString(broken.resolve("Registry.java"), "class Registry {}\n" + line.broken() + "\n");
                    Files.writeString(mended.resolve("Registry.java"), "class Registry {}\n" + line.mended() + "\n");

                    assertThat(found(broken)).contains(line.barrier());
                    assertThat(found(mended)).isEmpty();
                }));
    }

    @Test
    void has_a_line_for_every_rule() {
        assertThat(SourceRules.ALL.stream().map(SourceRules.Rule::barrier))
                .containsExactlyElementsOf(
                        Line.all().stream().map(Line::barrier).toList());
    }

    @Test
    void says_where_and_shows_no_more_of_the_line_than_the_rule_needs() throws IOException {
        Files.writeString(folder.resolve("a.sql"), "-- a secret\nselect initcap(last_name), 'hunter2' from person\n");

        assertThat(look(Map.of()).get("B26"))
                .isInstanceOfSatisfying(
                        Finding.Found.class,
                        finding -> assertThat(finding.evidence())
                                .extracting(Evidence::where, Evidence::received)
                                .containsExactly(org.assertj.core.groups.Tuple.tuple("a.sql:2", "initcap")));
    }

    @Test
    void leaves_out_what_the_operator_answers_for_and_says_so() throws IOException {
        Files.writeString(folder.resolve("a.sql"), "select initcap(last_name) from street\n");

        Finding finding = look(SourceTree.accepted(List.of("# ours", "a.sql\tB26\tstreets, not people")))
                .get("B26");

        assertThat(finding)
                .isInstanceOfSatisfying(
                        Finding.NotFound.class,
                        not -> assertThat(not.tested().en()).contains("1 accepted by the operator"));
        assertThatIllegalArgumentException().isThrownBy(() -> SourceTree.accepted(List.of("a.sql\tB26")));
    }

    @Test
    void reads_files_that_are_not_unicode_and_passes_by_what_was_built() throws IOException {
        Files.write(
                folder.resolve("old.sql"), "-- Qu\u00E9bec\nselect soundex(n)".getBytes(StandardCharsets.ISO_8859_1));
        Path built = Files.createDirectories(folder.resolve("target"));
        Files.writeString(built.resolve("b.css"), "p { text-transform: uppercase }");

        assertThat(found(folder)).containsExactly("B35");
    }

    private Map<String, Finding> look(Map<String, String> accepted) throws IOException {
        return new SourceTree(folder, accepted).look();
    }

    private static List<String> found(Path folder) throws IOException {
        return new SourceTree(folder, Map.of())
                .look().entrySet().stream()
                        .filter(row -> row.getValue().kind() == Finding.Kind.FOUND)
                        .map(Map.Entry::getKey)
                        .sorted()
                        .toList();
    }
}
