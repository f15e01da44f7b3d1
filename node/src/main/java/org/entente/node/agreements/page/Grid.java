package org.entente.node.agreements.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.entente.node.kernel.Language;
import org.entente.node.kernel.Text;

/**
 * Who accepts from whom, drawn for many governments: a row for each that issues, a column for each that accepts, and a dot
 * where they meet.
 *
 * @param width of the drawing
 * @param height of the drawing
 */
public record Grid(int width, int height, List<Head> heads, List<Dot> dots) {
    /** The radius of a dot. */
    public static final int RADIUS = 6;

    /** Where the names begin. */
    public static final int LEFT = 4;

    /** The height of the numbers above the columns. */
    public static final int TOP = 14;

    private static final int NAMES = 178;
    private static final int STEP = 19;
    private static final int LONGEST_NAME = 18;

    /**
     * A government: its row, and the column of the same number.
     *
     * @param y the middle of its row
     * @param x the middle of its column
     */
    public record Head(int number, Text name, int y, int x) {
        /** The number and the name, shortened where the drawing has no room; the table has it whole. */
        public String label(Language language) {
            return number + " " + NameLines.shortened(name.in(language), LONGEST_NAME);
        }
    }

    /** That one accepts from another. */
    public record Dot(int x, int y, boolean stopped) {}

    static Optional<Grid> of(Recognitions recognitions) {
        int count = recognitions.governments().size();
        int arrows = recognitions.ways().size();
        if (arrows == 0 || Drawing.hasRoomFor(count, arrows)) {
            return Optional.empty();
        }
        List<Head> heads = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            heads.add(new Head(i + 1, recognitions.governments().get(i).name(), row(i), column(i)));
        }
        List<Dot> dots = recognitions.ways().stream()
                .map(way -> new Dot(column(way.to()), row(way.from()), way.stopped()))
                .toList();
        return Optional.of(new Grid(column(count), row(count), heads, dots));
    }

    private static int row(int place) {
        return TOP + STEP / 2 + 4 + STEP * place;
    }

    private static int column(int place) {
        return LEFT + NAMES + STEP / 2 + STEP * place;
    }
}
