package org.entente.node.agreements.document;

import java.time.Instant;
import org.entente.node.agreements.Question;
import org.entente.node.kernel.Text;

/** A worked example that the parties' officials agreed on: part of what they signed. */
public record GoldenCase(Text title, Instant at, Question question, Expectation expectation) {
    /** What the ruling must be. */
    public sealed interface Expectation {
        /** Permitted under this clause. */
        record Permitted(String clause) implements Expectation {}

        /** Refused, with this step as the first that fails. */
        record Refused(String step) implements Expectation {}
    }
}
