package org.entente.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the page on conformance says is what the tests show. {@code ./entente conformance} writes it anew. */
class ConformanceTests {
    private static final Path DOCS = Path.of("../docs");
    private static final Path PAGE = DOCS.resolve("conformance.md");

    private static List<Specification> specifications;
    private static List<Evidence> evidence;

    @BeforeAll
    static void read() throws IOException {
        specifications = Specification.readAll(DOCS.resolve("requirements"));
        evidence = Evidence.readAll();
    }

    @Test
    void a_test_names_a_clause_of_the_catalogue() {
        Set<String> known = clauses().map(Clause::name).collect(Collectors.toSet());
        assertThat(evidence.stream().filter(shown -> !known.contains(shown.clause())))
                .as("clauses that no file of docs/requirements/ has")
                .isEmpty();
    }

    @Test
    void a_clause_that_a_test_shows_is_ours() {
        Set<String> shown = evidence.stream().map(Evidence::clause).collect(Collectors.toSet());
        assertThat(clauses()
                        .filter(clause -> !(clause.standing() instanceof Clause.Standing.Ours))
                        .map(Clause::name)
                        .filter(shown::contains))
                .as("clauses said to be not yet, for later or not ours, though a test shows them")
                .isEmpty();
    }

    @Test
    void no_must_of_what_is_built_stands_as_not_yet() {
        assertThat(clauses()
                        .filter(clause -> clause.level() == Clause.Level.MUST)
                        .filter(clause -> clause.standing() instanceof Clause.Standing.NotYet)
                        .map(Clause::name))
                .isEmpty();
    }

    @Test
    void the_page_is_up_to_date() throws IOException {
        String text = new ConformancePage(specifications, evidence).text();
        if ("write".equals(System.getProperty("entente.conformance"))) {
            Files.writeString(PAGE, text);
        }
        assertThat(Files.readString(PAGE)).as("run ./entente conformance").isEqualTo(text);
    }

    private static Stream<Clause> clauses() {
        return specifications.stream().flatMap(specification -> specification.clauses().stream());
    }
}
