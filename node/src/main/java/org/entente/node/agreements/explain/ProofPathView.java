package org.entente.node.agreements.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.entente.node.agreements.ProofOutcome;
import org.entente.node.agreements.ProofStep;
import org.entente.node.kernel.Text;
import org.entente.node.web.FormErrors;

/**
 * A proof path as its page shows it.
 *
 * @param explanation empty until everything is chosen
 * @param data the address of the same as JSON
 */
public record ProofPathView(
        PathQuery query, PathChoices choices, FormErrors errors, List<Explanation> explanation, String data) {
    /** One station of the drawn path, and the marks of its steps: {@code passed}, {@code failed}, {@code not-reached}. */
    public record Leg(Text title, String mark, List<String> steps) {}

    /** One line of the table. */
    public record Row(int number, Text station, Text asked, String mark, Optional<Text> found) {}

    /** What failed first: where, what, and how to mend it. */
    public record Failure(int position, Text found, Text mend) {}

    /** The stations, in order. */
    public List<Leg> legs() {
        List<Leg> legs = new ArrayList<>();
        for (Stage stage : Stage.values()) {
            List<String> marks = steps().stream()
                    .filter(step -> stage(step) == stage)
                    .map(step -> step.outcome().code())
                    .toList();
            String whole =
                    marks.contains("failed") ? "failed" : marks.contains("not-reached") ? "not-reached" : "passed";
            legs.add(new Leg(stage.title(), whole, marks));
        }
        return legs;
    }

    /** The table that says the same as the drawing. */
    public List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        for (ProofStep step : steps()) {
            rows.add(new Row(
                    rows.size() + 1,
                    stage(step).title(),
                    step.checked(),
                    step.outcome().code(),
                    step.found()));
        }
        return rows;
    }

    /** The first failure. */
    public Optional<Failure> failure() {
        return explanation.stream()
                .flatMap(shown -> shown.path().firstFailed().stream()
                        .flatMap(step -> failure(step, shown.path().position(step)).stream()))
                .findFirst();
    }

    private static Optional<Failure> failure(ProofStep step, int position) {
        return step.outcome() instanceof ProofOutcome.Failed(Text found, Text mend)
                ? Optional.of(new Failure(position, found, mend))
                : Optional.empty();
    }

    /** What cannot be known of the day asked about. */
    public Optional<Text> unknown() {
        return explanation.stream().flatMap(shown -> shown.unknown().stream()).findFirst();
    }

    /** How many steps hold. */
    public long passed() {
        return rows().stream().filter(row -> row.mark().equals("passed")).count();
    }

    private List<ProofStep> steps() {
        return explanation.stream()
                .flatMap(shown -> shown.path().steps().stream())
                .toList();
    }

    private static Stage stage(ProofStep step) {
        return PathStep.of(step.id()).map(PathStep::stage).orElse(Stage.CLAUSE);
    }
}
