package org.entente.node.agreements.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.entente.node.kernel.Language;
import org.entente.node.kernel.Text;

/**
 * Who accepts from whom, drawn: governments on a circle, and an arrow from each that issues to each that accepts.
 *
 * @param height of the drawing, which is {@link #WIDTH} wide
 */
public record Drawing(int height, List<Node> nodes, List<Arrow> arrows) {
    public static final int WIDTH = 400;
    public static final int RADIUS = 26;

    /** More would lie on each other, see {@link Grid}. */
    private static final int MOST_GOVERNMENTS = 6;

    private static final int MOST_ARROWS = 12;

    private static final int MARGIN = 72;
    private static final int ORBIT = 128;
    private static final int PAIR_DISTANCE = 106;
    private static final int BELOW = 20;
    /** Between two, the name stands below the arrow that comes back. */
    private static final int BELOW_PAIR = 42;

    /** The room that a name's second line needs, and letters which go below theirs. */
    private static final int BENEATH_NAMES = NameLines.HEIGHT + 8;

    private static final int BEND = 34;
    private static final int GAP = 5;
    /** How far along its line an arrow has its numbers: near who issues, where no two of a full map come together. */
    private static final double LABEL = 0.22;

    private static final double HEAD_LENGTH = 11;
    private static final double HEAD_ANGLE = 0.5;

    /**
     * A government, and where its name stands.
     *
     * @param nameY the line of the name that is next to the government: its last above, its first below
     */
    public record Node(Text name, int x, int y, int nameY) {
        /** The name in at most two lines, shortened where the drawing has no room; the table has it whole. */
        public List<NameLines.Line> lines(Language language) {
            return NameLines.lines(name.in(language), nameY, nameY < y);
        }
    }

    /** A line with its head, and the numbers of the clauses beside it. */
    public record Arrow(String line, String head, String label, int labelX, int labelY, boolean stopped) {}

    private record Point(double x, double y) {
        Point towards(Point other, double distance) {
            double whole = Math.hypot(other.x - x, other.y - y);
            return new Point(x + (other.x - x) * distance / whole, y + (other.y - y) * distance / whole);
        }

        /** On the curve from here over a bend to an end. */
        Point along(Point bend, Point end, double part) {
            double rest = 1 - part;
            return new Point(
                    rest * rest * x + 2 * part * rest * bend.x + part * part * end.x,
                    rest * rest * y + 2 * part * rest * bend.y + part * part * end.y);
        }

        String text() {
            return Math.round(x) + " " + Math.round(y);
        }
    }

    static Optional<Drawing> of(Recognitions recognitions) {
        int count = recognitions.governments().size();
        List<Recognitions.Way> ways = recognitions.ways();
        if (count < 2 || !hasRoomFor(count, ways.size()) || ways.isEmpty()) {
            return Optional.empty();
        }
        int orbit = count == 2 ? PAIR_DISTANCE : ORBIT;
        int middle = count == 2 ? MARGIN + RADIUS : MARGIN + orbit;
        List<Point> places = new ArrayList<>();
        List<Node> nodes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double angle = 2 * Math.PI * i / count - (count == 2 ? Math.PI : Math.PI / 2);
            Point place = new Point(WIDTH / 2.0 + orbit * Math.cos(angle), middle + orbit * Math.sin(angle));
            places.add(place);
            nodes.add(node(recognitions.governments().get(i).name(), place, below(count, place, middle)));
        }
        List<Arrow> arrows = ways.stream()
                .map(way -> arrow(places.get(way.from()), places.get(way.to()), way))
                .toList();
        int lowest = nodes.stream().mapToInt(Node::nameY).max().orElseThrow();
        return Optional.of(new Drawing(lowest + BENEATH_NAMES, nodes, arrows));
    }

    /** Whether arrows can still be told apart. */
    static boolean hasRoomFor(int governments, int arrows) {
        return governments <= MOST_GOVERNMENTS && arrows <= MOST_ARROWS;
    }

    private static int below(int count, Point place, int middle) {
        if (count == 2) {
            return RADIUS + BELOW_PAIR;
        }
        return place.y() > middle - 1 ? RADIUS + BELOW : -RADIUS - BELOW / 2;
    }

    private static Node node(Text name, Point place, int nameBelow) {
        int y = (int) Math.round(place.y());
        return new Node(name, (int) Math.round(place.x()), y, y + nameBelow);
    }

    /** Bends to the left of its direction, so that two that go to and fro do not lie on each other. */
    private static Arrow arrow(Point from, Point to, Recognitions.Way way) {
        double length = Math.hypot(to.x() - from.x(), to.y() - from.y());
        double leftX = (to.y() - from.y()) / length;
        double leftY = -(to.x() - from.x()) / length;
        double midX = (from.x() + to.x()) / 2;
        double midY = (from.y() + to.y()) / 2;
        Point bend = new Point(midX + 2 * BEND * leftX, midY + 2 * BEND * leftY);
        Point start = from.towards(bend, RADIUS + GAP);
        Point end = to.towards(bend, RADIUS + GAP);
        Point label = start.along(bend, end, LABEL);
        return new Arrow(
                "M" + start.text() + "Q" + bend.text() + " " + end.text(),
                head(bend, end),
                String.join(", ", way.clauses()),
                (int) Math.round(label.x()),
                (int) Math.round(label.y()) + 5,
                way.stopped());
    }

    private static String head(Point bend, Point end) {
        double back = Math.atan2(bend.y() - end.y(), bend.x() - end.x());
        return "M" + wing(end, back + HEAD_ANGLE).text() + "L" + end.text() + "L"
                + wing(end, back - HEAD_ANGLE).text();
    }

    private static Point wing(Point end, double angle) {
        return new Point(end.x() + HEAD_LENGTH * Math.cos(angle), end.y() + HEAD_LENGTH * Math.sin(angle));
    }
}
