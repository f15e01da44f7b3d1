package org.entente.node.names.paper;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSFloat;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdfwriter.ContentStreamWriter;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkedContentReference;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;

/** One sheet of a paper. Every line on it belongs to an element of the paper's structure, or is no part of its text. */
final class Sheet {
    private static final double THOUSAND = 1000;

    private final PDPage page = new PDPage(PDRectangle.LETTER);
    private final ByteArrayOutputStream content = new ByteArrayOutputStream();
    private final ContentStreamWriter writer = new ContentStreamWriter(content);
    private final List<PDStructureElement> owners = new ArrayList<>();

    /** @param number from 0 */
    Sheet(int number) {
        page.setStructParents(number);
        page.getCOSObject().setItem(COSName.getPDFName("Tabs"), COSName.S);
    }

    /** Writes a line that belongs to an element. */
    void line(PDStructureElement owner, List<Cluster> line, double x, double y, double size) throws IOException {
        COSDictionary marked = new COSDictionary();
        marked.setInt(COSName.MCID, owners.size());
        PDMarkedContentReference reference = new PDMarkedContentReference();
        reference.setPage(page);
        reference.setMCID(owners.size());
        owner.appendKid(reference);
        owners.add(owner);
        writer.writeTokens(COSName.getPDFName(owner.getStructureType()), marked, operator("BDC"));
        draw(line, x, y, size);
        writer.writeTokens(operator("EMC"));
    }

    /** Writes a line that is no part of the text, as the number of the sheet. */
    void furniture(List<Cluster> line, double x, double y, double size) throws IOException {
        writer.writeTokens(COSName.ARTIFACT, operator("BMC"));
        draw(line, x, y, size);
        writer.writeTokens(operator("EMC"));
    }

    private void draw(List<Cluster> line, double x, double y, double size) throws IOException {
        writer.writeTokens(operator("BT"));
        double pen = x;
        for (Cluster cluster : line) {
            for (Cluster.Glyph glyph : cluster.glyphs()) {
                writer.writeTokens(glyph.face().name(), number(size), operator("Tf"));
                writer.writeTokens(
                        COSInteger.ONE,
                        COSInteger.ZERO,
                        COSInteger.ZERO,
                        COSInteger.ONE,
                        number(pen + glyph.x() * size / THOUSAND),
                        number(y + glyph.y() * size / THOUSAND),
                        operator("Tm"));
                writer.writeTokens(
                        new COSString(new byte[] {(byte) (glyph.code() >> Byte.SIZE), (byte) glyph.code()}),
                        operator("Tj"));
            }
            pen += cluster.width() * size / THOUSAND;
        }
        writer.writeTokens(operator("ET"));
    }

    /** Puts it into the paper. */
    void add(PDDocument paper, COSDictionary resources) throws IOException {
        page.getCOSObject().setItem(COSName.RESOURCES, resources);
        page.setContents(new PDStream(paper, new ByteArrayInputStream(content.toByteArray()), COSName.FLATE_DECODE));
        paper.addPage(page);
    }

    /** To which element each line belongs. */
    COSArray owners() {
        COSArray all = new COSArray();
        owners.forEach(owner -> all.add(owner.getCOSObject()));
        return all;
    }

    private static COSFloat number(double value) {
        return new COSFloat((float) (Math.round(value * THOUSAND) / THOUSAND));
    }

    private static Operator operator(String name) {
        return Operator.getOperator(name);
    }
}
