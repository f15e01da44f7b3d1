package org.entente.node.agreements.upkeep;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.entente.node.agreements.document.Clause;
import org.entente.node.agreements.document.Entente;

/**
 * What the parties of an entente promise each other to keep up: the strictest of its service levels that count.
 *
 * @param clauses their numbers
 * @param availabilityPerMille how much of the time each answers, of 1,000
 * @param incidentResponse within which time each answers an incident
 */
public record Promise(List<String> clauses, int availabilityPerMille, Duration incidentResponse) {
    /** Over which an availability is meant. */
    public static final Duration WINDOW = Duration.ofDays(30);

    private static final int PER_MILLE = 1000;

    public Promise {
        clauses = List.copyOf(clauses);
    }

    /** What a text promises at a moment; empty when no clause does. */
    public static Optional<Promise> of(Entente text, Instant now) {
        List<Clause.ServiceLevel> levels = text.clauses(Clause.ServiceLevel.class)
                .filter(clause -> text.counts(clause, now))
                .toList();
        if (levels.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Promise(
                levels.stream().map(Clause::number).toList(),
                levels.stream()
                        .mapToInt(Clause.ServiceLevel::availabilityPerMille)
                        .max()
                        .orElseThrow(),
                levels.stream()
                        .map(Clause.ServiceLevel::incidentResponse)
                        .min(Comparator.naturalOrder())
                        .orElseThrow()));
    }

    /** For how long of the window a party may be away. */
    public Duration allowance() {
        return WINDOW.multipliedBy(PER_MILLE - availabilityPerMille).dividedBy(PER_MILLE);
    }
}
