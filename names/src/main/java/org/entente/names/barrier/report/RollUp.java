package org.entente.names.barrier.report;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.entente.names.barrier.AuditReport;
import org.entente.names.barrier.Barrier;
import org.entente.names.barrier.Catalogue;
import org.entente.names.barrier.Finding;
import org.entente.names.barrier.Question;

/**
 * Many systems side by side: for each barrier the systems in which it was found. A system that was audited at several doors
 * has the barrier if one of them has.
 */
public record RollUp(List<AuditReport> reports) {
    /** The most reports in one. */
    public static final int MOST = 2_000;

    /** @throws IllegalArgumentException when there is none, or more than {@link #MOST} */
    public RollUp {
        reports = List.copyOf(reports);
        if (reports.isEmpty() || reports.size() > MOST) {
            throw new IllegalArgumentException("1 to " + MOST + " reports are rolled up");
        }
    }

    /** The systems, in the order of their first report. */
    public Set<String> systems() {
        return reports.stream().map(AuditReport::system).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** What is known of one row in one system, from all its doors. */
    public Finding of(String system, String id) {
        return reports.stream()
                .filter(report -> report.system().equals(system))
                .flatMap(report -> Optional.ofNullable(report.findings().get(id)).stream())
                .reduce(Finding::and)
                .orElseThrow(() -> new IllegalArgumentException("nothing is known of " + id + " in " + system));
    }

    /** The systems in which a barrier was found. */
    public List<String> having(Barrier barrier) {
        return systems().stream()
                .filter(system -> of(system, barrier.id()).kind() == Finding.Kind.FOUND)
                .toList();
    }

    /** The systems in which it was looked for at one door at least: only they can be said to be free of it. */
    public List<String> tested(Barrier barrier) {
        return systems().stream()
                .filter(system -> switch (of(system, barrier.id()).kind()) {
                    case FOUND, NOT_FOUND -> true;
                    case NOT_APPLICABLE, ASKED -> false;
                })
                .toList();
    }

    /** The systems of which people answered a question so; those of which nobody did with an empty answer. */
    public List<String> answering(Question question, Optional<Finding.Says> says) {
        return systems().stream()
                .filter(system -> said(of(system, question.id())).equals(says))
                .toList();
    }

    /** As CSV: a line for each row of the catalogue, a column for each system. */
    public String csv() {
        List<String> header = new ArrayList<>(List.of("id", "severity", "title_fr", "title_en", "systems", "tested"));
        header.addAll(systems());
        StringBuilder csv = new StringBuilder(ReportCsv.line(header));
        Catalogue catalogue = Catalogue.standard();
        for (Barrier barrier : catalogue.barriers()) {
            List<String> line = new ArrayList<>(List.of(
                    barrier.id(),
                    "" + barrier.severity(),
                    barrier.title().fr(),
                    barrier.title().en(),
                    "" + having(barrier).size(),
                    "" + tested(barrier).size()));
            systems().forEach(system -> line.add(of(system, barrier.id()).kind().code()));
            csv.append(ReportCsv.line(line));
        }
        catalogue.questions().forEach(question -> {
            List<String> line = new ArrayList<>(List.of(
                    question.id(), "", question.title().fr(), question.title().en(), "", ""));
            systems()
                    .forEach(system -> line.add(said(of(system, question.id()))
                            .map(Finding.Says::code)
                            .orElse("")));
            csv.append(ReportCsv.line(line));
        });
        return csv.toString();
    }

    private static Optional<Finding.Says> said(Finding finding) {
        return finding instanceof Finding.Asked(Optional<Finding.Answer> given)
                ? given.map(Finding.Answer::says)
                : Optional.empty();
    }
}
