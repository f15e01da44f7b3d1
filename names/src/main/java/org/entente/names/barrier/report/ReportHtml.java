package org.entente.names.barrier.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.entente.names.barrier.AuditReport;
import org.entente.names.barrier.Barrier;
import org.entente.names.barrier.Catalogue;
import org.entente.names.barrier.Evidence;
import org.entente.names.barrier.Finding;
import org.entente.names.barrier.Question;
import org.entente.names.barrier.Wording;
import org.entente.names.barrier.Wording.Tongue;

/** A report as one HTML page in one language, without script and without anything from elsewhere. */
public record ReportHtml(Tongue tongue) {
    private static final List<String> BARRIERS = List.of("id", "title", "severity", "result", "evidence", "remedy");
    private static final List<String> QUESTIONS = List.of("id", "question", "answer", "grounds");
    private static final List<String> SYSTEMS =
            List.of("id", "title", "severity", "count", "untested", "systems", "remedy");
    private static final List<String> ANSWERS = List.of("id", "question", "yes", "partly", "no", "unknown");

    /** Writes a report; its translation lies beside it as {@code report.<tongue>.html}. */
    public String write(AuditReport report) {
        String title = say("report.title", report.system());
        Catalogue catalogue = Catalogue.standard();
        String barriers = catalogue.barriers().stream()
                .sorted(Comparator.comparing((Barrier barrier) ->
                                finding(report, barrier.id()).kind())
                        .thenComparing(Barrier::severity)
                        .thenComparing(Barrier::id))
                .map(barrier -> row(barrier, finding(report, barrier.id())))
                .collect(Collectors.joining());
        String questions = catalogue.questions().stream()
                .map(question -> row(question, finding(report, question.id())))
                .collect(Collectors.joining());
        return page(
                title,
                "report",
                "<p>"
                        + text(say(
                                "report.lead",
                                say("target." + report.target()),
                                report.at().toString())) + "</p>"
                        + counts(report)
                        + table(say("report.barriers"), BARRIERS, barriers)
                        + table(say("report.questions"), QUESTIONS, questions)
                        + "<p>" + text(say("report.proposal")) + " " + text(say("report.cost")) + "</p>");
    }

    /** Writes a roll-up over many systems. */
    public String write(RollUp rollUp) {
        String rows = Catalogue.standard().barriers().stream()
                .sorted(Comparator.comparing(
                                (Barrier barrier) -> -rollUp.having(barrier).size())
                        .thenComparing(Barrier::severity)
                        .thenComparing(Barrier::id))
                .map(barrier -> row(rollUp, barrier))
                .collect(Collectors.joining());
        String questions = Catalogue.standard().questions().stream()
                .map(question -> row(rollUp, question))
                .collect(Collectors.joining());
        return page(
                say("rollup.title", rollUp.systems().size()),
                "rollup",
                table(say("rollup.caption"), SYSTEMS, rows) + table(say("report.questions"), ANSWERS, questions));
    }

    private String row(RollUp rollUp, Question question) {
        List<String> open = new ArrayList<>(rollUp.answering(question, Optional.empty()));
        open.addAll(rollUp.answering(question, Optional.of(Finding.Says.UNKNOWN)));
        return row(
                "",
                ANSWERS,
                question.id(),
                text(question.title().in(tongue)),
                names(rollUp.answering(question, Optional.of(Finding.Says.YES))),
                names(rollUp.answering(question, Optional.of(Finding.Says.PARTLY))),
                names(rollUp.answering(question, Optional.of(Finding.Says.NO))),
                names(open));
    }

    private static String names(List<String> systems) {
        return systems.isEmpty() ? "–" : text(String.join(", ", systems));
    }

    private String row(RollUp rollUp, Barrier barrier) {
        List<String> having = rollUp.having(barrier);
        int tested = rollUp.tested(barrier).size();
        return row(
                "",
                SYSTEMS,
                barrier.id(),
                text(barrier.title().in(tongue)),
                text(severity(barrier)),
                having.size() + " / " + tested,
                "" + (rollUp.systems().size() - tested),
                names(having),
                remedy(barrier));
    }

    private String expected(Barrier barrier) {
        return "<p>" + text(say("report.expected")) + " "
                + text(barrier.expected().in(tongue)) + "</p>";
    }

    private String remedy(Barrier barrier) {
        return text(barrier.remedy().in(tongue)) + "<br><small>"
                + text(say("cost." + barrier.cost().code())) + "</small>";
    }

    private String row(Barrier barrier, Finding finding) {
        return row(
                finding.kind().code(),
                BARRIERS,
                barrier.id(),
                text(barrier.title().in(tongue)),
                text(severity(barrier)),
                "<strong>" + text(say("result." + finding.kind().code())) + "</strong>",
                grounds(finding) + (finding instanceof Finding.Found ? expected(barrier) : ""),
                remedy(barrier));
    }

    private String row(Question question, Finding finding) {
        Optional<Finding.Answer> answer =
                finding instanceof Finding.Asked(Optional<Finding.Answer> given) ? given : Optional.empty();
        return row(
                "",
                QUESTIONS,
                question.id(),
                text(question.title().in(tongue)) + law(question),
                text(say("says." + answer.map(given -> given.says().code()).orElse("none"))),
                text(answer.map(Finding.Answer::evidence).orElse("–")));
    }

    private String law(Question question) {
        String list = question.law().stream()
                .map(rule -> "<li>" + text(rule.in(tongue)) + "</li>")
                .collect(Collectors.joining());
        return list.isEmpty() ? "" : "<br><small>" + text(say("report.law")) + "</small><ul>" + list + "</ul>";
    }

    /** A row names its columns again, for windows in which it stands alone, and its roles, which such a layout hides. */
    private String row(String kind, List<String> columns, String... cells) {
        List<String> row = new ArrayList<>();
        for (int i = 0; i < cells.length; i++) {
            String label = text(say("column." + columns.get(i)));
            row.add(
                    i == 0
                            ? "<th scope=\"row\" role=\"rowheader\">" + cells[i] + "</th>"
                            : "<td role=\"cell\" data-label=\"" + label + "\">" + cells[i] + "</td>");
        }
        return "<tr role=\"row\"" + (kind.isEmpty() ? "" : " class=\"" + kind + "\"") + ">" + String.join("", row)
                + "</tr>\n";
    }

    private String grounds(Finding finding) {
        return switch (finding) {
            case Finding.Found(List<Evidence> evidence) ->
                evidence.stream().map(this::evidence).collect(Collectors.joining("", "<ul>", "</ul>"));
            case Finding.NotFound(Wording tested) -> text(tested.in(tongue));
            case Finding.NotApplicable(Wording reason) -> text(reason.in(tongue));
            case Finding.Asked asked -> "";
        };
    }

    private String evidence(Evidence evidence) {
        return "<li>" + text(evidence.said().in(tongue)) + " <span class=\"where\">" + text(evidence.where())
                + "</span>" + points("sent", evidence.sent()) + points("received", evidence.received()) + "</li>";
    }

    private String points(String what, String probe) {
        return probe.isEmpty()
                ? ""
                : "<br>" + text(say("report." + what)) + " <span lang=\"mul\" translate=\"no\" class=\"name\">"
                        + text(probe) + "</span>"
                        + (plain(probe) ? "" : " <code>" + Evidence.codePoints(probe) + "</code>");
    }

    /** Nothing can be mistaken in it: its code points would only be in the way. */
    private static boolean plain(String probe) {
        return probe.chars().allMatch(sign -> sign >= ' ' && sign <= '~');
    }

    private String counts(AuditReport report) {
        StringBuilder counts = new StringBuilder("<ul class=\"counts\">");
        for (Finding.Kind kind : Finding.Kind.values()) {
            counts.append("<li>")
                    .append(text(say("result." + kind.code())))
                    .append(" <strong>")
                    .append(report.count(kind))
                    .append("</strong></li>");
        }
        return counts.append("</ul>").toString();
    }

    /** The table scrolls by itself where it is wider than the window, and is reached by keyboard. */
    private String table(String caption, List<String> columns, String rows) {
        String head = columns.stream()
                .map(column -> "<th scope=\"col\" role=\"columnheader\">" + text(say("column." + column)) + "</th>")
                .collect(Collectors.joining());
        return "<div class=\"table\" role=\"region\" tabindex=\"0\" aria-label=\"" + text(caption)
                + "\"><table role=\"table\"><caption>"
                + text(caption) + "</caption><thead role=\"rowgroup\"><tr role=\"row\">" + head
                + "</tr></thead><tbody role=\"rowgroup\">\n" + rows
                + "</tbody></table></div>";
    }

    private String page(String title, String file, String content) {
        Tongue other = tongue.other();
        return "<!DOCTYPE html>\n<html lang=\"" + tongue.code() + "\"><head><meta charset=\"utf-8\">"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>" + text(title)
                + "</title><style>" + Catalogue.resource("report.css") + "</style></head><body><main><p><a href=\""
                + file + "." + other.code() + ".html\" lang=\"" + other.code() + "\" hreflang=\"" + other.code() + "\">"
                + text(Wording.of("report.language").in(other)) + "</a></p><h1>" + text(title) + "</h1>" + content
                + "</main></body></html>\n";
    }

    private static Finding finding(AuditReport report, String id) {
        return report.findings().getOrDefault(id, new Finding.Asked(Optional.empty()));
    }

    private String severity(Barrier barrier) {
        return say("severity." + barrier.severity());
    }

    private String say(String key, Object... arguments) {
        return Wording.of(key, arguments).in(tongue);
    }

    private static String text(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
