package org.entente.node.names.paper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkInfo;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureTreeRoot;
import org.apache.pdfbox.pdmodel.documentinterchange.taggedpdf.PDTableAttributeObject;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;

/** A tagged PDF that is written from top to bottom: headings, paragraphs, and tables of a term and what it is. */
final class Paper implements AutoCloseable {
    private static final double LEADING = 1.6;
    private static final double MARGIN = 64;
    private static final double TERMS = 150;
    private static final double TEXT = 11;
    private static final double SMALL = 9;
    private static final double THOUSAND = 1000;
    private static final int KEPT_WITH_HEADING = 4;
    private static final double WIDTH = PDRectangle.LETTER.getWidth() - 2 * MARGIN;

    private final PDDocument document = new PDDocument();
    private final Typesetter typesetter = new Typesetter();
    private final List<Sheet> sheets = new ArrayList<>();
    private final PDStructureTreeRoot structure = new PDStructureTreeRoot();
    private final PDStructureElement whole = new PDStructureElement("Document", structure);
    private final String language;
    private double y;

    /** @param language of all that does not say otherwise */
    Paper(String language, String title) {
        this.language = language;
        structure.appendKid(whole);
        whole.setLanguage(language);
        var catalogue = document.getDocumentCatalog();
        catalogue.setLanguage(language);
        catalogue.setStructureTreeRoot(structure);
        PDMarkInfo marked = new PDMarkInfo();
        marked.setMarked(true);
        catalogue.setMarkInfo(marked);
        PDViewerPreferences preferences = new PDViewerPreferences(new COSDictionary());
        preferences.setDisplayDocTitle(true);
        catalogue.setViewerPreferences(preferences);
        document.getDocumentInformation().setTitle(title);
        turn();
    }

    /**
     * A text in one language.
     *
     * @param language a BCP 47 tag; "" where nobody said
     */
    record Words(String text, String language) {}

    /** A row of a table. */
    record Row(Words term, Words value) {}

    /** Words in the paper's own language. */
    Words own(String text) {
        return new Words(text, language);
    }

    /** Whether there is a font for all of these words. */
    boolean draws(Words words) {
        return typesetter.has(words.text(), words.language());
    }

    /** A heading of a level, from 1; never the last on its sheet. */
    void heading(int level, Words words, double size) throws IOException {
        y -= size;
        if (y - (size + KEPT_WITH_HEADING * TEXT) * LEADING < MARGIN) {
            turn();
        }
        block(element("H" + level, whole, words), words, size);
    }

    void paragraph(Words words) throws IOException {
        block(element("P", whole, words), words, TEXT);
    }

    /** A table of two columns whose first names the rows. */
    void table(List<Row> rows) throws IOException {
        PDStructureElement table = new PDStructureElement("Table", whole);
        whole.appendKid(table);
        for (Row row : rows) {
            PDStructureElement line = new PDStructureElement("TR", table);
            table.appendKid(line);
            PDStructureElement term = element("TH", line, row.term());
            PDTableAttributeObject scope = new PDTableAttributeObject();
            scope.setScope(PDTableAttributeObject.SCOPE_ROW);
            term.addAttribute(scope);
            PDStructureElement value = element("TD", line, row.value());
            columns(term, lines(row.term(), TERMS - TEXT, TEXT), value, lines(row.value(), WIDTH - TERMS, TEXT));
        }
    }

    private void columns(
            PDStructureElement term, List<List<Cluster>> terms, PDStructureElement value, List<List<Cluster>> values)
            throws IOException {
        for (int i = 0; i < Math.max(terms.size(), values.size()); i++) {
            advance(TEXT);
            if (i < terms.size()) {
                sheets.getLast().line(term, terms.get(i), MARGIN, y, TEXT);
            }
            if (i < values.size()) {
                sheets.getLast().line(value, values.get(i), MARGIN + TERMS, y, TEXT);
            }
        }
    }

    private void block(PDStructureElement element, Words words, double size) throws IOException {
        for (List<Cluster> line : lines(words, WIDTH, size)) {
            advance(size);
            sheets.getLast().line(element, line, MARGIN, y, size);
        }
        y -= size / 2;
    }

    private PDStructureElement element(String type, PDStructureElement parent, Words words) {
        PDStructureElement element = new PDStructureElement(type, parent);
        parent.appendKid(element);
        if (!words.language().equals(language)) {
            element.setLanguage(words.language());
            element.setActualText(words.text());
        }
        return element;
    }

    private List<List<Cluster>> lines(Words words, double width, double size) {
        return typesetter.lines(words.text(), words.language(), width / size * THOUSAND);
    }

    private void advance(double size) {
        if (y - size * LEADING < MARGIN) {
            turn();
        }
        y -= size * LEADING;
    }

    private void turn() {
        sheets.add(new Sheet(sheets.size()));
        y = PDRectangle.LETTER.getHeight() - MARGIN;
    }

    /** The whole paper; nothing is written on it any more. */
    byte[] bytes() throws IOException {
        COSArray owners = new COSArray();
        for (int i = 0; i < sheets.size(); i++) {
            String number = (i + 1) + " / " + sheets.size();
            sheets.get(i)
                    .furniture(
                            typesetter.lines(number, language, THOUSAND * WIDTH).getFirst(), MARGIN, MARGIN / 2, SMALL);
            owners.add(COSInteger.get(i));
            owners.add(sheets.get(i).owners());
        }
        COSDictionary parents = new COSDictionary();
        parents.setItem(COSName.NUMS, owners);
        structure.getCOSObject().setItem(COSName.PARENT_TREE, parents);
        structure.setParentTreeNextKey(sheets.size());
        COSDictionary fonts = new COSDictionary();
        for (EmbeddedTypeface face : typesetter.faces()) {
            face.embed(document);
            fonts.setItem(face.name(), face.dictionary());
        }
        COSDictionary resources = new COSDictionary();
        resources.setItem(COSName.FONT, fonts);
        for (Sheet sheet : sheets) {
            sheet.add(document, resources);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        document.save(bytes);
        return bytes.toByteArray();
    }

    @Override
    public void close() throws IOException {
        document.close();
    }
}
