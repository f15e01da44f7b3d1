package org.entente.names.barrier.report;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.entente.names.barrier.AuditReport;
import org.entente.names.barrier.Barrier;
import org.entente.names.barrier.Catalogue;
import org.entente.names.barrier.Finding;

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
                .flatMap(report ->
                        java.util.Optional.ofNullable(report.findings().get(id)).stream())
                .reduce(Finding::and)
                .orElseThrow(() -> new IllegalArgumentException("nothing is known of " + id + " in " + system));
    }

    /** The systems in which a barrier was found. */
    public List<String> having(Barrier barrier) {
        return systems().stream()
                .filter(system -> of(system, barrier.id()).kind() == Finding.Kind.FOUND)
                .toList();
    }

    /** As CSV: a line for each row of the catalogue, a column for each system. */
    public String csv() {
        List<String> header = new ArrayList<>(List.of("id", "severity", "title_fr", "title_en", "systems"));
        header.addAll(systems());
        StringBuilder csv = new StringBuilder(ReportCsv.line(header));
        Catalogue catalogue = Catalogue.standard();
        for (Barrier barrier : catalogue.barriers()) {
            List<String> line = new ArrayList<>(List.of(
                    barrier.id(),
                    "" + barrier.severity(),
                    barrier.title().fr(),
                    barrier.title().en(),
                    "" + having(barrier).size()));
            systems().forEach(system -> line.add(of(system, barrier.id()).kind().code()));
            csv.append(ReportCsv.line(line));
        }
        catalogue.questions().forEach(question -> {
            List<String> line = new ArrayList<>(List.of(
                    question.id(), "", question.title().fr(), question.title().en(), ""));
            systems().forEach(system -> line.add(answer(of(system, question.id()))));
            csv.append(ReportCsv.line(line));
        });
        return csv.toString();
    }

    private static String answer(Finding finding) {
        return finding instanceof Finding.Asked(java.util.Optional<Finding.Answer> given)
                ? given.map(said -> said.says().code()).orElse("")
                : "";
    }
}
