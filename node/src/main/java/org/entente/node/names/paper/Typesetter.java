package org.entente.node.names.paper;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.node.names.paper.Anchors.Offset;

/** Sets text: chooses the font of each sign by its language, places marks, breaks lines. */
final class Typesetter {
    /** The canonical combining class of marks above a letter (Unicode, chapter 4.3). */
    private static final int ABOVE = 230;

    private static final int DOTLESS_I = 0x131;
    private static final int DOTLESS_J = 0x237;

    private final Map<Typeface, EmbeddedTypeface> faces = new EnumMap<>(Typeface.class);

    /** The fonts that were needed. */
    List<EmbeddedTypeface> faces() {
        return List.copyOf(faces.values());
    }

    /** A text in lines of at most this width, in thousandths of the size. */
    List<List<Cluster>> lines(String text, String language, double width) {
        List<List<Cluster>> lines = new ArrayList<>();
        List<Cluster> line = new ArrayList<>();
        double used = 0;
        for (Cluster cluster : clusters(text, language)) {
            if (used + cluster.width() > width && !cluster.space() && !line.isEmpty()) {
                int end = lastSpace(line);
                List<Cluster> rest = new ArrayList<>(line.subList(end, line.size()));
                lines.add(List.copyOf(line.subList(0, end)));
                line = rest;
                used = rest.stream().mapToDouble(Cluster::width).sum();
            }
            line.add(cluster);
            used += cluster.width();
        }
        lines.add(List.copyOf(line));
        return lines;
    }

    /** Where a line ends: after its last space, or, when it has none, where it is. */
    private static int lastSpace(List<Cluster> line) {
        for (int i = line.size(); i > 0; i--) {
            if (line.get(i - 1).space()) {
                return i;
            }
        }
        return line.size();
    }

    /** Whether there is a font for each sign of a text. */
    boolean has(String text, String language) {
        return signs(text).stream().allMatch(sign -> face(sign, language).isPresent());
    }

    private List<Cluster> clusters(String text, String language) {
        return signs(text).stream()
                .map(sign -> set(
                        sign,
                        face(sign, language)
                                .orElseGet(() -> opened(Typeface.of(language).getFirst()))))
                .toList();
    }

    /** What a reader takes for one sign each. */
    private static List<String> signs(String text) {
        List<String> signs = new ArrayList<>();
        BreakIterator ends = BreakIterator.getCharacterInstance(ULocale.ROOT);
        ends.setText(text);
        for (int from = ends.first(), to = ends.next(); to != BreakIterator.DONE; from = to, to = ends.next()) {
            signs.add(text.substring(from, to));
        }
        return signs;
    }

    /** The first font that has all of a sign. */
    private Optional<EmbeddedTypeface> face(String sign, String language) {
        return Typeface.of(language).stream()
                .map(this::opened)
                .filter(face -> sign.codePoints().allMatch(codePoint -> face.glyph(codePoint) != 0))
                .findFirst();
    }

    private EmbeddedTypeface opened(Typeface typeface) {
        return faces.computeIfAbsent(typeface, EmbeddedTypeface::new);
    }

    private static Cluster set(String text, EmbeddedTypeface face) {
        int[] sign = text.codePoints().toArray();
        List<Cluster.Glyph> glyphs = new ArrayList<>();
        double pen = 0;
        Seat letter = new Seat(0, 0, 0);
        Optional<Seat> below = Optional.empty();
        for (int i = 0; i < sign.length; i++) {
            int glyph = face.glyph(withoutDot(sign, i));
            Seat seat = new Seat(glyph, pen, 0);
            if (i > 0 && isMark(sign[i])) {
                seat = marked(glyph, letter, below, face).orElse(seat);
                below = Optional.of(seat);
            } else {
                letter = seat;
                below = Optional.empty();
                pen += face.advance(glyph);
            }
            glyphs.add(new Cluster.Glyph(face, face.code(glyph, i == 0 ? text : ""), seat.x(), seat.y()));
        }
        return new Cluster(glyphs, pen, sign[0] == ' ');
    }

    /** A mark on the mark before it, where the font says so, or else on the letter. */
    private static Optional<Seat> marked(int glyph, Seat letter, Optional<Seat> below, EmbeddedTypeface face) {
        return below.flatMap(mark ->
                        face.anchors().onMark(mark.glyph(), glyph).map(offset -> mark.plus(offset, glyph, face)))
                .or(() ->
                        face.anchors().onLetter(letter.glyph(), glyph).map(offset -> letter.plus(offset, glyph, face)));
    }

    /** A glyph's place in its cluster. */
    private record Seat(int glyph, double x, double y) {
        Seat plus(Offset offset, int other, EmbeddedTypeface face) {
            return new Seat(other, x + offset.x() * face.scale(), y + offset.y() * face.scale());
        }
    }

    /** A letter whose dot gives way to a mark above it is drawn without the dot, and stays the letter that it is. */
    private static int withoutDot(int[] sign, int at) {
        boolean dotted = UCharacter.hasBinaryProperty(sign[at], UProperty.SOFT_DOTTED)
                && at + 1 < sign.length
                && UCharacter.getCombiningClass(sign[at + 1]) == ABOVE;
        return dotted && sign[at] == 'i' ? DOTLESS_I : dotted && sign[at] == 'j' ? DOTLESS_J : sign[at];
    }

    private static boolean isMark(int codePoint) {
        int type = UCharacter.getType(codePoint);
        return type == UCharacter.NON_SPACING_MARK || type == UCharacter.ENCLOSING_MARK;
    }
}
