package org.entente.node.names.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.text.PDFTextStripper;
import org.entente.names.profile.DraftProfiles;
import org.entente.node.names.paper.Paper.Row;
import org.entente.node.names.paper.Paper.Words;
import org.junit.jupiter.api.Test;

/** A paper holds text, and not its picture: what is copied out of it is what was written into it. */
class PaperTests {
    private static final List<String> NAMES = List.of(
            "SENĆOŦEN",
            "Hul'q'umi'num'",
            "xʷməθkʷəy̓əm",
            "q̓ʷa꞉n̓ƛ̓ən̓",
            "ȽÁU,WELṈEW̱",
            "W̱SÁNEĆ",
            "Stó:lō",
            "ᐃᖃᓗᐃᑦ",
            "𑪶𑪳",
            "ᑕᗸᒡ",
            "Tłı̨chǫ",
            "Behchokǫ̀",
            "Ɂehdzo Got’ı̨nę",
            "Kwä̀nlin Dün",
            "Trʼondëk Hwëchʼin",
            "Kwakwa̱ka̱ʼwakw",
            "huuʕiiʔatḥ",
            "Nisg̱a’a",
            "Gayogo̱hó꞉nǫʼ",
            "Miꞌkmaq",
            "atikᵘ",
            "i̓ j̓ í î ų̈́",
            "L’Ancienne-Lorette");

    @Test
    void text_is_copied_out_code_point_for_code_point() throws IOException {
        List<String> texts = Stream.concat(NAMES.stream(), letters()).toList();

        try (PDDocument read = Loader.loadPDF(paper(texts))) {
            assertThat(lines(read)).containsExactlyElementsOf(texts);
        }
    }

    @Test
    void signs_that_are_drawn_alike_stay_apart() throws IOException {
        String alike = "’ ʼ ' ꞌ ˈ ʔ Ɂ ɂ : ꞉ ː ₭ K";

        try (PDDocument read = Loader.loadPDF(paper(List.of(alike)))) {
            assertThat(lines(read)).containsExactly(Normalizer.normalize(alike, Normalizer.Form.NFC));
        }
    }

    @Test
    void no_glyph_of_any_name_or_letter_is_missing() throws IOException {
        try (PDDocument read =
                Loader.loadPDF(paper(Stream.concat(NAMES.stream(), letters()).toList()))) {
            for (COSName name : read.getPage(0).getResources().getFontNames()) {
                byte[] glyphs = glyphs(read, name);
                for (int code = 1; code < glyphs.length / 2; code++) {
                    assertThat(glyphs[2 * code] | glyphs[2 * code + 1])
                            .as("%s %d", name, code)
                            .isNotZero();
                }
            }
        }
    }

    @Test
    void every_mark_has_its_place_on_its_letter() throws IOException {
        try (TrueTypeFont font = Typeface.LATIN.open()) {
            Anchors anchors = Typeface.anchors(font);
            var glyphs = font.getUnicodeCmapLookup();
            List<String> adrift = new ArrayList<>();
            for (String pair : List.of("q\u0313", "k\u0313", "ƛ\u0313", "n\u0313", "x\u0331", "W\u0331", "ı\u0328")) {
                int[] signs = pair.codePoints().toArray();
                if (anchors.onLetter(glyphs.getGlyphId(signs[0]), glyphs.getGlyphId(signs[1]))
                        .isEmpty()) {
                    adrift.add(pair);
                }
            }
            assertThat(adrift).isEmpty();
            assertThat(anchors.onMark(glyphs.getGlyphId(0x308), glyphs.getGlyphId(0x301)))
                    .as("a second mark above stands on the first")
                    .isPresent();
        }
    }

    @Test
    void a_screen_reader_finds_language_title_headings_and_named_rows() throws IOException {
        try (Paper paper = new Paper("fr-CA", "Noms inscrits")) {
            paper.heading(1, paper.own("Noms inscrits"), 20);
            paper.heading(2, new Words("ᐃᖃᓗᐃᑦ", "iu-Cans"), 18);
            paper.table(List.of(new Row(paper.own("Ce nom est"), paper.own("un nom que j’emploie"))));
            try (PDDocument read = Loader.loadPDF(paper.bytes())) {
                var catalogue = read.getDocumentCatalog();
                assertThat(catalogue.getLanguage()).isEqualTo("fr-CA");
                assertThat(catalogue.getMarkInfo().isMarked()).isTrue();
                assertThat(catalogue.getViewerPreferences().displayDocTitle()).isTrue();
                assertThat(read.getDocumentInformation().getTitle()).isEqualTo("Noms inscrits");
                List<PDStructureElement> elements = new ArrayList<>();
                gather(catalogue.getStructureTreeRoot(), elements);
                assertThat(elements)
                        .extracting(PDStructureElement::getStructureType)
                        .containsExactly("Document", "H1", "H2", "Table", "TR", "TH", "TD");
                assertThat(elements.get(2).getLanguage()).isEqualTo("iu-Cans");
                assertThat(elements.get(2).getActualText()).isEqualTo("ᐃᖃᓗᐃᑦ");
                assertThat(elements.get(5).getAttributes().getObject(0).toString())
                        .contains("Scope=Row");
            }
        }
    }

    @Test
    void what_does_not_fit_on_a_sheet_goes_on_on_the_next_and_nothing_is_lost() throws IOException {
        String longest = "q̓əw̓".repeat(50);
        List<String> texts = java.util.Collections.nCopies(20, longest);

        try (PDDocument read = Loader.loadPDF(paper(texts))) {
            assertThat(read.getNumberOfPages()).isGreaterThan(1);
            assertThat(String.join("", lines(read))).isEqualTo(longest.repeat(20));
            assertThat(owners(read, 0).size() + owners(read, 1).size()).isPositive();
        }
    }

    private static Stream<String> letters() {
        return DraftProfiles.all().stream()
                .flatMap(profile -> Stream.concat(
                        profile.alphabet().stream(),
                        profile.variants().values().stream().flatMap(List::stream)))
                .map(letter -> Normalizer.normalize(letter, Normalizer.Form.NFC))
                .filter(letter -> !letter.isBlank())
                .distinct();
    }

    private static byte[] paper(List<String> texts) throws IOException {
        try (Paper paper = new Paper("en-CA", "Names")) {
            for (String text : texts) {
                paper.paragraph(new Words(text, ""));
            }
            return paper.bytes();
        }
    }

    /** What a reader copies out, without the numbers of the sheets. */
    private static List<String> lines(PDDocument read) throws IOException {
        return new PDFTextStripper()
                .getText(read)
                .lines()
                .map(String::stripTrailing)
                .filter(line -> !line.matches("\\d+ / \\d+"))
                .toList();
    }

    private static byte[] glyphs(PDDocument read, COSName font) throws IOException {
        COSDictionary fonts = read.getPage(0).getResources().getCOSObject().getCOSDictionary(COSName.FONT);
        COSArray drawn = fonts.getCOSDictionary(font).getCOSArray(COSName.DESCENDANT_FONTS);
        COSStream map = ((COSDictionary) drawn.getObject(0)).getCOSStream(COSName.CID_TO_GID_MAP);
        return map.createInputStream().readAllBytes();
    }

    private static COSArray owners(PDDocument read, int sheet) {
        COSDictionary structure =
                read.getDocumentCatalog().getStructureTreeRoot().getCOSObject();
        COSArray numbers = structure.getCOSDictionary(COSName.PARENT_TREE).getCOSArray(COSName.NUMS);
        return (COSArray) numbers.getObject(2 * sheet + 1);
    }

    private static void gather(PDStructureNode node, List<PDStructureElement> into) {
        for (Object kid : node.getKids()) {
            if (kid instanceof PDStructureElement element) {
                into.add(element);
                gather(element, into);
            }
        }
    }
}
