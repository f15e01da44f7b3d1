package org.entente.names.barrier.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.entente.names.barrier.AuditReport;
import org.entente.names.barrier.Barrier;
import org.entente.names.barrier.Catalogue;
import org.entente.names.barrier.Evidence;
import org.entente.names.barrier.Finding;
import org.entente.names.barrier.Question;
import org.entente.names.barrier.Wording;
import org.entente.names.spreadsheet.FormulaGuard;

/** A report as CSV (RFC 4180, UTF-8): a line for each piece of evidence, and one for each row that has none. */
public final class ReportCsv {
    private static final List<String> COLUMNS = List.of(
            "system",
            "target",
            "at",
            "id",
            "severity",
            "title_fr",
            "title_en",
            "result",
            "where",
            "sent",
            "sent_code_points",
            "received",
            "received_code_points",
            "said_fr",
            "said_en",
            "remedy_fr",
            "remedy_en",
            "expected_fr",
            "expected_en",
            "cost");

    private ReportCsv() {}

    /** Writes a report. */
    public static String write(AuditReport report) {
        Stream<List<String>> barriers = Catalogue.standard().barriers().stream()
                .filter(barrier -> report.findings().containsKey(barrier.id()))
                .flatMap(barrier -> lines(report, barrier));
        Stream<List<String>> questions = Catalogue.standard().questions().stream()
                .filter(question -> report.findings().containsKey(question.id()))
                .map(question -> line(report, question));
        return Stream.of(Stream.of(COLUMNS), barriers, questions)
                .flatMap(lines -> lines)
                .map(ReportCsv::line)
                .collect(Collectors.joining());
    }

    private static Stream<List<String>> lines(AuditReport report, Barrier barrier) {
        Finding finding = report.findings().getOrDefault(barrier.id(), new Finding.Asked(java.util.Optional.empty()));
        return switch (finding) {
            case Finding.Found(List<Evidence> evidence) ->
                evidence.stream().map(each -> line(report, barrier, finding, each));
            case Finding.NotFound(Wording tested) ->
                Stream.of(line(report, barrier, finding, new Evidence("", "", "", tested)));
            case Finding.NotApplicable(Wording reason) ->
                Stream.of(line(report, barrier, finding, new Evidence("", "", "", reason)));
            case Finding.Asked asked -> Stream.empty();
        };
    }

    private static List<String> line(AuditReport report, Barrier barrier, Finding finding, Evidence evidence) {
        List<String> line = start(report, barrier.id(), "" + barrier.severity(), barrier.title(), finding);
        line.addAll(List.of(
                evidence.where(),
                evidence.sent(),
                Evidence.codePoints(evidence.sent()),
                evidence.received(),
                Evidence.codePoints(evidence.received()),
                evidence.said().fr(),
                evidence.said().en(),
                barrier.remedy().fr(),
                barrier.remedy().en(),
                barrier.expected().fr(),
                barrier.expected().en(),
                barrier.cost().code()));
        return line;
    }

    private static List<String> line(AuditReport report, Question question) {
        Finding finding = report.findings().getOrDefault(question.id(), new Finding.Asked(java.util.Optional.empty()));
        String answer = finding instanceof Finding.Asked(java.util.Optional<Finding.Answer> given)
                ? given.map(said -> said.says().code() + ": " + said.evidence()).orElse("")
                : "";
        List<String> line = start(report, question.id(), "", question.title(), finding);
        line.addAll(List.of("", "", "", "", "", answer, answer, "", "", "", "", ""));
        return line;
    }

    private static List<String> start(AuditReport report, String id, String severity, Wording title, Finding finding) {
        return new ArrayList<>(List.of(
                report.system(),
                report.target(),
                report.at().toString(),
                id,
                severity,
                title.fr(),
                title.en(),
                finding.kind().code()));
    }

    /** A field that a spreadsheet would take for a formula stands behind a {@link FormulaGuard}: what a system answers is anything. */
    static String line(List<String> fields) {
        return fields.stream()
                .map(FormulaGuard::guarded)
                .map(field -> "\"" + field.replace("\"", "\"\"") + "\"")
                .collect(Collectors.joining(",", "", "\r\n"));
    }
}
