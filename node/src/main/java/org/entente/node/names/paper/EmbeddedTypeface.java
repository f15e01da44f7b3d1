package org.entente.node.names.paper;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFSubsetter;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;

/**
 * A font in one paper. Each sign of the text has a code of its own, also where two signs are drawn with one glyph (’ and ʼ in
 * many fonts): what is copied out is what was written, and not what looks like it. A letter's code stands for its marks as well,
 * because readers that find marks by their place put two of them in another order.
 */
final class EmbeddedTypeface {
    private static final List<String> TABLES =
            List.of("head", "hhea", "loca", "maxp", "cvt ", "prep", "glyf", "hmtx", "fpgm", "gasp");
    private static final int SYMBOLIC = 4;
    private static final double THOUSAND = 1000;
    private static final int AT_ONCE = 100;

    private final Typeface face;
    private final TrueTypeFont font;
    private final CmapLookup glyphs;
    private final Anchors anchors;
    private final double scale;
    private final COSDictionary dictionary = new COSDictionary();
    private final Map<Sign, Integer> codes = new LinkedHashMap<>();

    /** A glyph that stands for a text. */
    private record Sign(int glyph, String text) {}

    EmbeddedTypeface(Typeface face) {
        this.face = face;
        this.font = face.open();
        try {
            this.glyphs = font.getUnicodeCmapLookup();
            this.anchors = Typeface.anchors(font);
            this.scale = THOUSAND / font.getUnitsPerEm();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The glyph of a code point; 0 when the font has none. */
    int glyph(int codePoint) {
        return glyphs.getGlyphId(codePoint);
    }

    /**
     * The code of a glyph.
     *
     * @param text what it stands for; "" where another glyph stands for it
     */
    int code(int glyph, String text) {
        return codes.computeIfAbsent(new Sign(glyph, text), sign -> codes.size() + 1);
    }

    /** How far the pen moves on, in thousandths of the size. */
    double advance(int glyph) {
        try {
            return font.getAdvanceWidth(glyph) * scale;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Anchors anchors() {
        return anchors;
    }

    /** Thousandths of the size in a unit of the font. */
    double scale() {
        return scale;
    }

    COSDictionary dictionary() {
        return dictionary;
    }

    COSName name() {
        return COSName.getPDFName("F" + face.ordinal());
    }

    /** Puts the glyphs that were used into the paper. */
    void embed(PDDocument paper) throws IOException {
        TTFSubsetter subsetter = new TTFSubsetter(font, TABLES);
        Set<Integer> used = new HashSet<>();
        codes.keySet().forEach(sign -> used.add(sign.glyph()));
        subsetter.addGlyphIds(used);
        Map<Integer, Integer> renumbered = new HashMap<>();
        subsetter.getGIDMap().forEach((now, before) -> renumbered.put(before, now));
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        subsetter.writeToStream(file);
        COSStream program = stream(paper, file.toByteArray());
        program.setInt(COSName.LENGTH1, file.size());

        COSName title = COSName.getPDFName("ENTNTE+" + face.title());
        COSDictionary described = describe(title, program);
        COSDictionary drawn = new COSDictionary();
        drawn.setItem(COSName.TYPE, COSName.FONT);
        drawn.setItem(COSName.SUBTYPE, COSName.CID_FONT_TYPE2);
        drawn.setItem(COSName.BASE_FONT, title);
        drawn.setItem(COSName.CIDSYSTEMINFO, system());
        drawn.setItem(COSName.FONT_DESC, described);
        drawn.setItem(COSName.W, widths());
        drawn.setItem(COSName.CID_TO_GID_MAP, stream(paper, glyphsByCode(renumbered)));

        COSArray descendants = new COSArray();
        descendants.add(drawn);
        dictionary.setItem(COSName.TYPE, COSName.FONT);
        dictionary.setItem(COSName.SUBTYPE, COSName.TYPE0);
        dictionary.setItem(COSName.BASE_FONT, title);
        dictionary.setItem(COSName.ENCODING, COSName.IDENTITY_H);
        dictionary.setItem(COSName.DESCENDANT_FONTS, descendants);
        dictionary.setItem(COSName.TO_UNICODE, stream(paper, toUnicode()));
    }

    private COSDictionary describe(COSName title, COSStream program) throws IOException {
        COSDictionary described = new COSDictionary();
        described.setItem(COSName.TYPE, COSName.FONT_DESC);
        described.setItem(COSName.FONT_NAME, title);
        described.setInt(COSName.FLAGS, SYMBOLIC);
        var head = font.getHeader();
        described.setItem(
                COSName.FONT_BBOX,
                new PDRectangle(
                                head.getXMin(),
                                head.getYMin(),
                                head.getXMax() - head.getXMin(),
                                head.getYMax() - head.getYMin())
                        .getCOSArray());
        described.setInt(COSName.ITALIC_ANGLE, 0);
        described.setInt(COSName.ASCENT, font.getHorizontalHeader().getAscender());
        described.setInt(COSName.DESCENT, font.getHorizontalHeader().getDescender());
        described.setInt(COSName.CAP_HEIGHT, font.getHorizontalHeader().getAscender());
        described.setInt(COSName.STEM_V, (int) (THOUSAND / 12));
        described.setItem(COSName.FONT_FILE2, program);
        return described;
    }

    private static COSDictionary system() {
        COSDictionary system = new COSDictionary();
        system.setItem(COSName.REGISTRY, new COSString("Adobe"));
        system.setItem(COSName.ORDERING, new COSString("Identity"));
        system.setInt(COSName.SUPPLEMENT, 0);
        return system;
    }

    private COSArray widths() {
        COSArray each = new COSArray();
        codes.keySet().forEach(sign -> each.add(COSInteger.get(Math.round(advance(sign.glyph())))));
        COSArray widths = new COSArray();
        widths.add(COSInteger.get(1));
        widths.add(each);
        return widths;
    }

    private byte[] glyphsByCode(Map<Integer, Integer> renumbered) {
        byte[] map = new byte[2 * (codes.size() + 1)];
        codes.forEach((sign, code) -> {
            int glyph = renumbered.getOrDefault(sign.glyph(), 0);
            map[2 * code] = (byte) (glyph >> Byte.SIZE);
            map[2 * code + 1] = (byte) glyph;
        });
        return map;
    }

    private byte[] toUnicode() {
        List<String> lines = new ArrayList<>();
        codes.forEach((sign, code) -> {
            StringBuilder text = new StringBuilder();
            for (char unit : sign.text().toCharArray()) {
                text.append("%04X".formatted((int) unit));
            }
            if (!text.isEmpty()) {
                lines.add("<%04X> <%s>".formatted(code, text));
            }
        });
        StringBuilder map = new StringBuilder("""
                /CIDInit /ProcSet findresource begin
                12 dict begin
                begincmap
                /CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
                /CMapName /Adobe-Identity-UCS def
                /CMapType 2 def
                1 begincodespacerange
                <0000> <FFFF>
                endcodespacerange
                """);
        for (int from = 0; from < lines.size(); from += AT_ONCE) {
            List<String> some = lines.subList(from, Math.min(lines.size(), from + AT_ONCE));
            map.append(some.size())
                    .append(" beginbfchar\n")
                    .append(String.join("\n", some))
                    .append("\nendbfchar\n");
        }
        map.append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n");
        return map.toString().getBytes(StandardCharsets.US_ASCII);
    }

    private static COSStream stream(PDDocument paper, byte[] content) throws IOException {
        return new PDStream(paper, new ByteArrayInputStream(content), COSName.FLATE_DECODE).getCOSObject();
    }
}
