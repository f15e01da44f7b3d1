package org.entente.node.verification.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.entente.node.agreements.ProofOutcome;
import org.entente.node.agreements.ProofStep;
import org.entente.node.kernel.Text;
import org.entente.node.verification.ClaimNames;
import org.entente.node.verification.Failure;

/**
 * A proof as its page shows it.
 *
 * @param verifier the name of the organisation that asked
 * @param claims what was asked, by the names that people give it
 * @param stages in the order in which they were taken
 */
public record ProofView(
        Proof proof, Text verifier, List<Text> claims, Optional<Failure> failure, List<Leg> stages, List<Row> rows) {
    /** One part of the drawn path: its steps' marks, and its own. */
    public record Leg(Text title, Mark mark, List<Mark> steps) {}

    /** One line of the table. */
    public record Row(int number, Text checked, Mark mark, Optional<Text> found) {}

    /** How a step, or a part, ended. */
    public enum Mark {
        PASSED,
        FAILED,
        NOT_REACHED;

        /** Its kind of state in the style sheet. */
        public String style() {
            return switch (this) {
                case PASSED -> "good";
                case FAILED -> "wrong";
                case NOT_REACHED -> "";
            };
        }

        /** Its name in the drawing and the catalogue. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    static ProofView of(Proof proof, Text verifier) {
        List<Row> rows = new ArrayList<>();
        List<Leg> legs = new ArrayList<>();
        Stage current = null;
        List<Mark> marks = new ArrayList<>();
        for (ProofStep step : proof.path().steps()) {
            Stage stage = Stage.of(step.id());
            if (current != null && stage != current) {
                legs.add(leg(current, marks));
                marks = new ArrayList<>();
            }
            current = stage;
            marks.add(mark(step.outcome()));
            rows.add(new Row(rows.size() + 1, step.checked(), mark(step.outcome()), step.found()));
        }
        if (current != null) {
            legs.add(leg(current, marks));
        }
        Optional<Failure> failure =
                proof.path().firstFailed().isPresent() ? Optional.of(Failure.of(proof.path())) : Optional.empty();
        List<Text> claims = proof.claims().stream().map(ClaimNames::of).toList();
        return new ProofView(proof, verifier, claims, failure, legs, rows);
    }

    /** The last segment of the entente's address, under which every party shows it; empty when none permitted. */
    public String ententeName() {
        return proof.basis()
                .map(basis -> basis.entente().getPath())
                .map(path -> path.substring(path.lastIndexOf('/') + 1))
                .orElse("");
    }

    /** Steps that hold. */
    public long passed() {
        return rows.stream().filter(row -> row.mark() == Mark.PASSED).count();
    }

    private static Leg leg(Stage stage, List<Mark> marks) {
        Mark whole = Mark.PASSED;
        if (marks.contains(Mark.FAILED)) {
            whole = Mark.FAILED;
        } else if (marks.contains(Mark.NOT_REACHED)) {
            whole = Mark.NOT_REACHED;
        }
        return new Leg(stage.title(), whole, List.copyOf(marks));
    }

    private static Mark mark(ProofOutcome outcome) {
        return switch (outcome) {
            case ProofOutcome.Passed _ -> Mark.PASSED;
            case ProofOutcome.Failed _ -> Mark.FAILED;
            case ProofOutcome.NotReached _ -> Mark.NOT_REACHED;
        };
    }
}
