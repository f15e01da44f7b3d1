package org.entente.checks.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A measurement in words and figures, for a terminal. */
final class Table {
    private Table() {}

    static String of(Measured measured) {
        List<String> lines = new ArrayList<>();
        lines.add(measured.title() + " — " + measured.conditions());
        lines.add("");
        lines.add(row(
                "",
                "flows/s",
                "credentials/s",
                "p50 ms",
                "p95 ms",
                "p99 ms",
                "node cpu ms/cr",
                "db cpu ms/cr",
                "RSS MiB"));
        for (int i = 0; i < measured.flatOut().size(); i++) {
            lines.add(round(
                    "flat out, round " + (i + 1), measured, measured.flatOut().get(i)));
        }
        lines.add(round("at half the median", measured, measured.half()));
        lines.add("");
        Round median = measured.median();
        lines.add("median round: " + number(median.rate()) + " flows/s; its exchanges, p50 and p99 in ms: "
                + exchanges(measured.load().exchanges(), median.exchanges()));
        lines.add("at half of it: "
                + exchanges(measured.load().exchanges(), measured.half().exchanges()));
        return String.join("\n", lines);
    }

    private static String round(String name, Measured measured, Round round) {
        double credentials = (double) round.flows() * measured.load().credentials();
        return row(
                name,
                number(round.rate()),
                number(credentials / round.seconds()),
                number(round.whole().millis(0.50)),
                number(round.whole().millis(0.95)),
                number(round.whole().millis(0.99)),
                known(round.node().map(used -> used.processorMillis() / credentials)),
                known(round.database().map(used -> used.processorMillis() / credentials)),
                known(round.node().map(used -> used.residentKib() / 1024.0)));
    }

    /** Of a process that cannot be seen from here, nothing is known: that is not nought. */
    static String known(Optional<Double> value) {
        return value.map(Table::number).orElse("not known");
    }

    private static String exchanges(List<String> names, List<Sample> samples) {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            Sample sample = samples.get(i);
            parts.add(names.get(i) + " " + number(sample.millis(0.50)) + " / " + number(sample.millis(0.99)));
        }
        return String.join(", ", parts);
    }

    /** Three figures that count. */
    static String number(double value) {
        String pattern = value >= 100 ? "%.0f" : value >= 10 ? "%.1f" : "%.2f";
        return String.format(Locale.ROOT, pattern, value);
    }

    private static String row(String first, String... cells) {
        StringBuilder row = new StringBuilder(String.format(Locale.ROOT, "%-20s", first));
        for (String cell : cells) {
            row.append(String.format(Locale.ROOT, "%15s", cell));
        }
        return row.toString();
    }
}
