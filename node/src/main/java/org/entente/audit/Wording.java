package org.entente.audit;

import com.ibm.icu.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.entente.audit.Report.Read;

/** Says a report in plain words. The texts are in {@code audit/report_*.properties}. */
public final class Wording {
    private final ResourceBundle texts;
    private final Locale locale;

    public Wording(Locale locale) {
        this.locale = locale;
        this.texts = ResourceBundle.getBundle("audit/report", locale);
    }

    /** The whole report, a line for each bundle and each finding, faults first. */
    public String of(Report report) {
        List<String> lines = new ArrayList<>();
        for (Read read : report.read()) {
            lines.add(say(
                    "read",
                    read.node().toString(),
                    read.madeAt().toString(),
                    read.leaves(),
                    read.crossings(),
                    read.receipts()));
        }
        report.findings().stream()
                .filter(finding -> finding.what().isFault())
                .forEach(finding -> lines.add(line("fault", finding)));
        report.findings().stream()
                .filter(finding -> !finding.what().isFault())
                .forEach(finding -> lines.add(line("note", finding)));
        if (report.notCompared() > 0) {
            lines.add(say("not-compared", report.notCompared()));
        }
        lines.add(say(report.isClean() ? "clean" : "not-clean"));
        lines.add(say(report.read().size() > 1 ? "meaning.two" : "meaning.one"));
        return String.join("\n", lines);
    }

    /** That a file is no bundle. */
    public String unreadable(String file, BundleUnreadable why) {
        return say(
                "fault",
                say(
                        "unreadable",
                        file,
                        why.line(),
                        say("unreadable." + why.why().code())));
    }

    /** That files from which keys were to be pinned prove nothing. */
    public String unsound(String files, UnsoundPins why) {
        return say(
                "fault",
                say(
                        "pins-unsound",
                        files,
                        say("pins-unsound." + why.why().code(), why.arguments().toArray())));
    }

    /** That a file could not be read. */
    public String unread(String file) {
        return say("unread", file);
    }

    private String line(String kind, Finding finding) {
        List<Object> arguments = new ArrayList<>();
        arguments.add(finding.node());
        arguments.addAll(finding.arguments());
        String key = finding.what().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return say(kind, say(key, arguments.toArray()));
    }

    private String say(String key, Object... arguments) {
        return new MessageFormat(texts.getString(key), locale).format(arguments);
    }
}
