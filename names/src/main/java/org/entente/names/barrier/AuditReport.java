package org.entente.names.barrier;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One audit of one system: a row for every barrier and every question of the catalogue, in its order.
 *
 * @param system what the operator calls it
 * @param target the kind of door that was tried: {@code form}, {@code openapi}, {@code csv}, {@code jdbc} or {@code source}
 * @param at when it was written
 * @param catalogue the catalogue's version
 */
public record AuditReport(String system, String target, Instant at, String catalogue, Map<String, Finding> findings) {
    public AuditReport {
        findings = Collections.unmodifiableMap(new LinkedHashMap<>(findings));
    }

    /**
     * A report from what was found; what nobody looked for does not apply.
     *
     * @param answers to the questions, by their ids
     * @throws IllegalArgumentException when an answer is to no question of the catalogue
     */
    public static AuditReport of(
            String system, String target, Instant at, Map<String, Finding> found, Map<String, Finding.Answer> answers) {
        Catalogue catalogue = Catalogue.standard();
        Map<String, Finding.Answer> unused = new TreeMap<>(answers);
        Map<String, Finding> findings = new LinkedHashMap<>();
        Finding elsewhere = new Finding.NotApplicable(Wording.of("not-here." + target));
        catalogue
                .barriers()
                .forEach(barrier -> findings.put(barrier.id(), found.getOrDefault(barrier.id(), elsewhere)));
        catalogue
                .questions()
                .forEach(question -> findings.put(
                        question.id(), new Finding.Asked(Optional.ofNullable(unused.remove(question.id())))));
        if (!unused.isEmpty()) {
            throw new IllegalArgumentException("no such question: " + unused.keySet());
        }
        return new AuditReport(system, target, at, catalogue.version(), findings);
    }

    /** How many rows are of a kind. */
    public long count(Finding.Kind kind) {
        return findings.values().stream()
                .filter(finding -> finding.kind() == kind)
                .count();
    }
}
