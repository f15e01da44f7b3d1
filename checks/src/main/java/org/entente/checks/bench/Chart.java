package org.entente.checks.bench;

import java.util.List;
import java.util.Locale;

/** A measurement as a picture (SVG): the latency of whole flows by percentile, flat out and at half of that rate. */
final class Chart {
    private static final int WIDTH = 720;
    private static final int HEIGHT = 400;
    private static final int LEFT = 70;
    private static final int TOP = 70;
    private static final int RIGHT = 20;
    private static final int BOTTOM = 60;
    private static final List<Double> SHARES = List.of(0.10, 0.25, 0.50, 0.75, 0.90, 0.95, 0.99, 0.999);

    private final Measured measured;
    private final double most;

    private Chart(Measured measured) {
        this.measured = measured;
        this.most = Math.max(
                measured.median().whole().millis(SHARES.getLast()),
                measured.half().whole().millis(SHARES.getLast()));
    }

    static String of(Measured measured) {
        return new Chart(measured).draw();
    }

    private String draw() {
        Round median = measured.median();
        StringBuilder svg = new StringBuilder();
        svg.append("""
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" font-family="sans-serif" font-size="13">
                <title>%s: latency of whole flows</title>
                <rect width="100%%" height="100%%" fill="#ffffff"/>
                <text x="%d" y="28" font-size="17" font-weight="bold">%s</text>
                <text x="%d" y="50" fill="#444444">%s flows/s flat out, milliseconds of processor time a flow: %s</text>
                """.formatted(
                        WIDTH,
                        HEIGHT,
                        measured.title(),
                        LEFT,
                        measured.title() + ": milliseconds for a whole flow, by percentile",
                        LEFT,
                        Table.number(median.rate()),
                        Table.known(median.node().map(used -> (double) used.processorMillis() / median.flows()))));
        axes(svg);
        line(svg, median.whole(), "#b5422a", "flat out", 0);
        line(svg, measured.half().whole(), "#1a4f8b", "at half of that rate", 1);
        return svg.append("</svg>\n").toString();
    }

    private void axes(StringBuilder svg) {
        for (int i = 0; i <= 4; i++) {
            double value = most * i / 4;
            svg.append("<line x1=\"%d\" x2=\"%d\" y1=\"%s\" y2=\"%s\" stroke=\"#dddddd\"/>%n"
                    .formatted(LEFT, WIDTH - RIGHT, at(y(value)), at(y(value))));
            svg.append("<text x=\"%d\" y=\"%s\" text-anchor=\"end\">%s</text>%n"
                    .formatted(LEFT - 8, at(y(value) + 4), Table.number(value)));
        }
        for (int i = 0; i < SHARES.size(); i++) {
            String label =
                    String.format(Locale.ROOT, "p%s", SHARES.get(i) * 100).replaceAll("\\.0$", "");
            svg.append("<text x=\"%s\" y=\"%d\" text-anchor=\"middle\">%s</text>%n"
                    .formatted(at(x(i)), HEIGHT - BOTTOM + 20, label));
        }
    }

    private void line(StringBuilder svg, Sample sample, String colour, String name, int position) {
        StringBuilder points = new StringBuilder();
        for (int i = 0; i < SHARES.size(); i++) {
            points.append(at(x(i)))
                    .append(',')
                    .append(at(y(sample.millis(SHARES.get(i)))))
                    .append(' ');
        }
        svg.append("<polyline fill=\"none\" stroke=\"%s\" stroke-width=\"2.5\" points=\"%s\"/>%n"
                .formatted(colour, points.toString().strip()));
        int keyAt = LEFT + position * 160;
        svg.append("<rect x=\"%d\" y=\"%d\" width=\"14\" height=\"4\" fill=\"%s\"/>%n"
                .formatted(keyAt, HEIGHT - 18, colour));
        svg.append("<text x=\"%d\" y=\"%d\">%s</text>%n".formatted(keyAt + 20, HEIGHT - 12, name));
    }

    private static double x(int position) {
        return LEFT + 20 + (double) (WIDTH - LEFT - RIGHT - 40) * position / (SHARES.size() - 1);
    }

    private double y(double millis) {
        return HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * millis / most;
    }

    private static String at(double coordinate) {
        return String.format(Locale.ROOT, "%.1f", coordinate);
    }
}
