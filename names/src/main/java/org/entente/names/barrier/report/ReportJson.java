package org.entente.names.barrier.report;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.names.barrier.Answers;
import org.entente.names.barrier.AuditReport;
import org.entente.names.barrier.Catalogue;
import org.entente.names.barrier.Evidence;
import org.entente.names.barrier.Finding;
import org.entente.names.barrier.Wording;
import org.entente.names.json.Json;
import org.entente.names.json.JsonMembers;

/** A report as JSON, as {@link #schema} describes it. */
public final class ReportJson {
    private static final String FORMAT = "entente-name-barriers-1";

    private ReportJson() {}

    /** The JSON Schema (2020-12) of the document. */
    public static String schema() {
        return Catalogue.resource("report-schema.json");
    }

    /** Writes a report. */
    public static String write(AuditReport report) {
        List<Object> rows = new ArrayList<>();
        report.findings().forEach((id, finding) -> rows.add(row(id, finding)));
        return Json.canonical(Map.of(
                "format", FORMAT,
                "system", report.system(),
                "target", report.target(),
                "at", report.at().toString(),
                "catalogue", report.catalogue(),
                "rows", rows));
    }

    /** @throws IllegalArgumentException when it is no such report */
    public static AuditReport read(String json) {
        JsonMembers in =
                JsonMembers.of(Json.read(json)).requireOnly("format", "system", "target", "at", "catalogue", "rows");
        if (!in.text("format").equals(FORMAT)) {
            throw new IllegalArgumentException("not a report of the format " + FORMAT);
        }
        Map<String, Finding> findings = new LinkedHashMap<>();
        in.list("rows", JsonMembers::of).forEach(row -> {
            if (findings.put(row.text("id"), finding(row)) != null) {
                throw new IllegalArgumentException("a row stands twice: " + row.text("id"));
            }
        });
        return new AuditReport(in.text("system"), in.text("target"), at(in.text("at")), in.text("catalogue"), findings);
    }

    private static Instant at(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("not a time: at", e);
        }
    }

    private static Map<String, Object> row(String id, Finding finding) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("id", id);
        row.put("result", finding.kind().code());
        switch (finding) {
            case Finding.Found(List<Evidence> evidence) ->
                row.put("evidence", evidence.stream().map(ReportJson::evidence).toList());
            case Finding.NotFound(Wording tested) -> row.put("tested", both(tested));
            case Finding.NotApplicable(Wording reason) -> row.put("reason", both(reason));
            case Finding.Asked(Optional<Finding.Answer> answer) ->
                answer.ifPresent(
                        given -> row.put("answer", Map.of("says", given.says().code(), "evidence", given.evidence())));
        }
        return row;
    }

    private static Finding finding(JsonMembers row) {
        return switch (row.text("result")) {
            case "found" -> new Finding.Found(row.list("evidence", ReportJson::evidence));
            case "not-found" -> new Finding.NotFound(wording(row, "tested"));
            case "not-applicable" -> new Finding.NotApplicable(wording(row, "reason"));
            case "asked" -> new Finding.Asked(row.optional("answer").map(Answers::answer));
            default -> throw new IllegalArgumentException("an unknown result in row " + row.text("id"));
        };
    }

    private static Map<String, Object> evidence(Evidence evidence) {
        return Map.of(
                "where", evidence.where(),
                "sent", evidence.sent(),
                "sentCodePoints", Evidence.codePoints(evidence.sent()),
                "received", evidence.received(),
                "receivedCodePoints", Evidence.codePoints(evidence.received()),
                "said", both(evidence.said()));
    }

    private static Evidence evidence(Object value) {
        JsonMembers in = JsonMembers.of(value);
        return new Evidence(in.text("where"), in.text("sent"), in.text("received"), wording(in, "said"));
    }

    private static Map<String, Object> both(Wording wording) {
        return Map.of("fr", wording.fr(), "en", wording.en());
    }

    private static Wording wording(JsonMembers in, String member) {
        JsonMembers both = in.object(member).orElseThrow(() -> new IllegalArgumentException("missing: " + member));
        return new Wording(both.text("fr"), both.text("en"));
    }
}
