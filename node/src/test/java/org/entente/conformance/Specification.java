package org.entente.conformance;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * One specification and its clauses: a file in {@code docs/requirements/}.
 *
 * @param name how tests call it
 * @param source where it can be read
 * @param part which of its sections are in the catalogue, and why no more
 */
record Specification(String name, String title, String source, String part, List<Clause> clauses) {
    private static final Set<String> MEMBERS =
            Set.of("clause", "level", "binds", "says", "not yet", "later", "does not apply");

    Specification {
        clauses = List.copyOf(clauses);
    }

    /** Every file of the folder, by file name. */
    static List<Specification> readAll(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Specification> all = new ArrayList<>();
            for (Path file : files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList()) {
                all.add(read(file));
            }
            return all;
        }
    }

    private static Specification read(Path file) throws IOException {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        try (Reader reader = Files.newBufferedReader(file)) {
            Map<?, ?> content = new Yaml(new SafeConstructor(options)).load(reader);
            String name = text(content, "specification");
            List<Clause> clauses = new ArrayList<>();
            Set<String> places = new HashSet<>();
            for (Object item : (List<?>) Objects.requireNonNull(content.get("clauses"))) {
                Clause clause = clause(name, (Map<?, ?>) item);
                if (!places.add(clause.place())) {
                    throw new IllegalArgumentException(clause.name() + " stands twice in " + file);
                }
                clauses.add(clause);
            }
            return new Specification(
                    name, text(content, "title"), text(content, "source"), text(content, "part"), clauses);
        }
    }

    private static Clause clause(String specification, Map<?, ?> item) {
        if (!MEMBERS.containsAll(item.keySet())) {
            throw new IllegalArgumentException("unknown member in " + item);
        }
        List<Clause.Party> binds = Stream.of(text(item, "binds").split(", "))
                .map(word -> Clause.Party.valueOf(word.replace(' ', '_').toUpperCase(Locale.ROOT)))
                .toList();
        Clause.Level level = Clause.Level.valueOf(text(item, "level").toUpperCase(Locale.ROOT));
        return new Clause(specification, text(item, "clause"), level, binds, text(item, "says"), standing(item));
    }

    private static Clause.Standing standing(Map<?, ?> item) {
        if (Stream.of("not yet", "later", "does not apply")
                        .filter(item::containsKey)
                        .count()
                > 1) {
            throw new IllegalArgumentException("two standings in " + item);
        }
        if (item.containsKey("not yet")) {
            return new Clause.Standing.NotYet(text(item, "not yet"));
        }
        if (item.containsKey("later")) {
            return new Clause.Standing.Later(text(item, "later"));
        }
        return item.containsKey("does not apply")
                ? new Clause.Standing.DoesNotApply(text(item, "does not apply"))
                : new Clause.Standing.Ours();
    }

    private static String text(Map<?, ?> item, String member) {
        if (item.get(member) instanceof String text && !text.isBlank()) {
            return text.strip();
        }
        throw new IllegalArgumentException(member + " is missing in " + item);
    }
}
