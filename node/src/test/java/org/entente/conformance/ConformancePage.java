package org.entente.conformance;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code docs/conformance.md}: the same clauses and tests always give the same page. */
final class ConformancePage {
    private static final String HEAD = """
            # Conformance

            Which clauses of the specifications we keep, and which test shows it. Made of [requirements/](requirements/) and of the tests that name a clause by `@Requirement`; do not edit it, run `./entente conformance`.

            - **held**: the tests named here fail when the clause is broken.
            - **no test**: it binds us, and nothing shows that we keep it.
            - **not yet**: it binds what is built, and we do not keep it.
            - **later**: it binds a part or an option that is to be built, and is not.
            - **does not apply**: it binds others, or an option that we do not take.

            Statements are ours; the specification's own words rule. The catalogue is selected and worded by us, and no certification is claimed.
            """;

    /** How a clause stands, in the order of the summary. */
    private enum State {
        HELD("held"),
        NO_TEST("no test"),
        NOT_YET("not yet"),
        LATER("later"),
        DOES_NOT_APPLY("does not apply");

        private final String word;

        State(String word) {
            this.word = word;
        }
    }

    private final List<Specification> specifications;
    private final Map<String, List<Evidence>> evidence;

    ConformancePage(List<Specification> specifications, List<Evidence> evidence) {
        this.specifications = specifications;
        this.evidence =
                evidence.stream().collect(Collectors.groupingBy(Evidence::clause, TreeMap::new, Collectors.toList()));
    }

    String text() {
        StringBuilder page = new StringBuilder(HEAD).append('\n').append(summary());
        specifications.forEach(specification -> page.append(section(specification)));
        return page.toString();
    }

    private String summary() {
        String rows = specifications.stream()
                .map(specification ->
                        row("[" + specification.name() + "](#" + anchor(specification) + ")", specification.clauses()))
                .collect(Collectors.joining());
        List<Clause> all = specifications.stream()
                .flatMap(specification -> specification.clauses().stream())
                .toList();
        return "| specification | clauses |"
                + Stream.of(State.values())
                        .map(state -> " " + state.word + " |")
                        .collect(Collectors.joining())
                + "\n|---|---:|---:|---:|---:|---:|---:|\n" + rows + row("**all**", all);
    }

    private String row(String name, List<Clause> clauses) {
        return "| " + name + " | " + clauses.size() + " |"
                + Stream.of(State.values())
                        .map(state -> " "
                                + clauses.stream()
                                        .filter(clause -> state(clause) == state)
                                        .count() + " |")
                        .collect(Collectors.joining())
                + "\n";
    }

    private String section(Specification specification) {
        return "\n## " + specification.name() + "\n\n[" + specification.title() + "](" + specification.source() + "). "
                + specification.part() + "\n\n| clause | binds | it demands | how it stands |\n|---|---|---|---|\n"
                + specification.clauses().stream().map(this::line).collect(Collectors.joining());
    }

    private String line(Clause clause) {
        String binds = clause.binds().stream().map(Clause.Party::word).collect(Collectors.joining(", "));
        String says = (clause.level() == Clause.Level.SHOULD ? "*should:* " : "") + clause.says();
        return "| " + clause.place() + " | " + binds + " | " + cell(says) + " | " + cell(standing(clause)) + " |\n";
    }

    private State state(Clause clause) {
        return switch (clause.standing()) {
            case Clause.Standing.Ours() -> evidence.containsKey(clause.name()) ? State.HELD : State.NO_TEST;
            case Clause.Standing.NotYet(var reason) -> State.NOT_YET;
            case Clause.Standing.Later(var reason) -> State.LATER;
            case Clause.Standing.DoesNotApply(var reason) -> State.DOES_NOT_APPLY;
        };
    }

    private String standing(Clause clause) {
        return switch (clause.standing()) {
            case Clause.Standing.Ours() when state(clause) == State.NO_TEST -> "**no test**";
            case Clause.Standing.Ours() ->
                "held: "
                        + evidence.getOrDefault(clause.name(), List.of()).stream()
                                .map(ConformancePage::link)
                                .distinct()
                                .collect(Collectors.joining("; "));
            case Clause.Standing.NotYet(var reason) -> "not yet: " + reason;
            case Clause.Standing.Later(var reason) -> "later: " + reason;
            case Clause.Standing.DoesNotApply(var reason) -> "does not apply: " + reason;
        };
    }

    /** The test's name as the sentence that it is, leading to its file. */
    private static String link(Evidence shown) {
        String file = Path.of(shown.file()).getFileName().toString().replace(".java", "");
        return "[" + shown.test().replace('_', ' ') + "](../" + shown.file() + " \"" + file + "\")";
    }

    private static String cell(String text) {
        return text.replace("|", "\\|").replace("\n", " ");
    }

    /** As GitHub and most others derive it from the heading. */
    private static String anchor(Specification specification) {
        return specification
                .name()
                .toLowerCase(java.util.Locale.ROOT)
                .replaceAll("[^a-z0-9 -]", "")
                .replace(' ', '-');
    }
}
