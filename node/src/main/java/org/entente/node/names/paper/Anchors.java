package org.entente.node.names.paper;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where marks sit in a font of ours: the anchors of its {@code GPOS} table (OpenType 1.9), for marks on letters ({@code mark},
 * lookup type 4) and marks on marks ({@code mkmk}, type 6). The PDF library draws glyphs and knows nothing of them.
 */
final class Anchors {
    private static final Set<String> FEATURES = Set.of("mark", "mkmk");
    private static final int ON_LETTER = 4;
    private static final int ON_MARK = 6;
    private static final int EXTENSION = 9;
    private static final int TAG = 4;

    private final List<Placement> onLetters = new ArrayList<>();
    private final List<Placement> onMarks = new ArrayList<>();

    /** How far a mark's origin is from that of what it sits on, in units of the font. */
    record Offset(int x, int y) {}

    private record Mark(int kind, Offset anchor) {}

    /** @param seats by glyph, then by kind of mark */
    private record Placement(Map<Integer, Mark> marks, Map<Integer, Map<Integer, Offset>> seats) {
        Optional<Offset> of(int under, int mark) {
            Mark placed = marks.get(mark);
            if (placed == null) {
                return Optional.empty();
            }
            return Optional.ofNullable(seats.getOrDefault(under, Map.of()).get(placed.kind()))
                    .map(seat -> new Offset(
                            seat.x() - placed.anchor().x(),
                            seat.y() - placed.anchor().y()));
        }
    }

    /** @param table the whole table; of no bytes where the font has none */
    Anchors(byte[] table) {
        ByteBuffer gpos = ByteBuffer.wrap(table);
        if (table.length == 0) {
            return;
        }
        int features = u16(gpos, 6);
        int lookups = u16(gpos, 8);
        for (int lookup : wanted(gpos, features)) {
            read(gpos, lookups + u16(gpos, lookups + 2 + 2 * lookup));
        }
    }

    /** Where a mark sits on a letter; empty when the font does not say. */
    Optional<Offset> onLetter(int letter, int mark) {
        return first(onLetters, letter, mark);
    }

    /** Where a mark sits on another mark; empty when it sits on the letter itself. */
    Optional<Offset> onMark(int under, int mark) {
        return first(onMarks, under, mark);
    }

    private static Optional<Offset> first(List<Placement> placements, int under, int mark) {
        return placements.stream()
                .flatMap(placement -> placement.of(under, mark).stream())
                .findFirst();
    }

    private static Set<Integer> wanted(ByteBuffer gpos, int features) {
        Set<Integer> wanted = new HashSet<>();
        for (int i = 0; i < u16(gpos, features); i++) {
            int one = features + 2 + i * (TAG + 2);
            StringBuilder tag = new StringBuilder();
            for (int letter = 0; letter < TAG; letter++) {
                tag.append((char) gpos.get(one + letter));
            }
            int feature = features + u16(gpos, one + TAG);
            for (int lookup = 0; FEATURES.contains(tag.toString()) && lookup < u16(gpos, feature + 2); lookup++) {
                wanted.add(u16(gpos, feature + 4 + 2 * lookup));
            }
        }
        return wanted;
    }

    private void read(ByteBuffer gpos, int lookup) {
        for (int i = 0; i < u16(gpos, lookup + 4); i++) {
            int table = lookup + u16(gpos, lookup + 6 + 2 * i);
            int type = u16(gpos, lookup);
            if (type == EXTENSION) {
                type = u16(gpos, table + 2);
                table += gpos.getInt(table + 4);
            }
            if (type == ON_LETTER) {
                onLetters.add(placement(gpos, table));
            } else if (type == ON_MARK) {
                onMarks.add(placement(gpos, table));
            }
        }
    }

    private static Placement placement(ByteBuffer gpos, int table) {
        List<Integer> marks = coverage(gpos, table + u16(gpos, table + 2));
        List<Integer> unders = coverage(gpos, table + u16(gpos, table + 4));
        int kinds = u16(gpos, table + 6);
        int markArray = table + u16(gpos, table + 8);
        int seatArray = table + u16(gpos, table + 10);
        Map<Integer, Mark> placed = new HashMap<>();
        for (int i = 0; i < marks.size(); i++) {
            int one = markArray + 2 + 4 * i;
            placed.put(marks.get(i), new Mark(u16(gpos, one), anchor(gpos, markArray + u16(gpos, one + 2))));
        }
        Map<Integer, Map<Integer, Offset>> seats = new HashMap<>();
        for (int i = 0; i < unders.size(); i++) {
            Map<Integer, Offset> seat = new HashMap<>();
            for (int kind = 0; kind < kinds; kind++) {
                int offset = u16(gpos, seatArray + 2 + 2 * (i * kinds + kind));
                if (offset != 0) {
                    seat.put(kind, anchor(gpos, seatArray + offset));
                }
            }
            seats.put(unders.get(i), seat);
        }
        return new Placement(placed, seats);
    }

    private static Offset anchor(ByteBuffer gpos, int at) {
        return new Offset(gpos.getShort(at + 2), gpos.getShort(at + 4));
    }

    private static List<Integer> coverage(ByteBuffer gpos, int at) {
        List<Integer> glyphs = new ArrayList<>();
        boolean ranges = u16(gpos, at) == 2;
        for (int i = 0; i < u16(gpos, at + 2); i++) {
            int first = u16(gpos, at + 4 + (ranges ? 6 : 2) * i);
            int last = ranges ? u16(gpos, at + 4 + 6 * i + 2) : first;
            for (int glyph = first; glyph <= last; glyph++) {
                glyphs.add(glyph);
            }
        }
        return glyphs;
    }

    private static int u16(ByteBuffer bytes, int at) {
        return Short.toUnsignedInt(bytes.getShort(at));
    }
}
