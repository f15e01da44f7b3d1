package org.entente.node.names.paper;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TTFTable;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/** The fonts that papers are written with, the same as the pages': no font of a reader's system ever steps in. */
enum Typeface {
    LATIN("bc-sans-regular-extended"),
    /** Finals are raised. */
    SYLLABICS("noto-sans-canadian-aboriginal"),
    /** Finals stand at mid height, as in Dakelh. */
    DAKELH_SYLLABICS("bc-sans-regular-syllabics");

    private static final Set<String> DAKELH = Set.of("crx", "caf");

    private final String file;

    Typeface(String file) {
        this.file = file;
    }

    /** In which order the fonts are asked for a sign of a language. */
    static List<Typeface> of(String language) {
        return DAKELH.contains(language.split("-", 2)[0])
                ? List.of(LATIN, DAKELH_SYLLABICS, SYLLABICS)
                : List.of(LATIN, SYLLABICS, DAKELH_SYLLABICS);
    }

    /** The font's name within a paper. */
    String title() {
        return file;
    }

    /** Reads it anew: what was read is not shared between threads. */
    TrueTypeFont open() {
        try (InputStream in = Typeface.class.getResourceAsStream("/fonts/" + file + ".ttf")) {
            if (in == null) {
                throw new IllegalStateException("no font " + file);
            }
            return new TTFParser().parse(new RandomAccessReadBuffer(in));
        } catch (IOException e) {
            throw new UncheckedIOException("the font " + file + " cannot be read", e);
        }
    }

    /** Where its marks sit. */
    static Anchors anchors(TrueTypeFont font) throws IOException {
        TTFTable table = font.getTableMap().get("GPOS");
        return new Anchors(table == null ? new byte[0] : font.getTableBytes(table));
    }
}
