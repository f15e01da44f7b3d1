package org.entente.node.registers;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.DuplicateHeaderMode;
import org.entente.node.kernel.Text;
import org.entente.node.registers.RowReader.Unusable;

/** A register's CSV file (RFC 4180, UTF-8), read in one pass. */
record RegisterFile(RegistersSettings.Source source) {
    /** What a row becomes; another one makes other records of the same file, which is read once more. */
    private static final String READING = "2";

    /** The reading before it, which had no name. */
    private static final String READING_BEFORE = "";

    private static final int ROWS_AT_ONCE = 1_000;
    private static final int BYTE_ORDER_MARK = 0xFEFF;
    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setDuplicateHeaderMode(DuplicateHeaderMode.DISALLOW)
            .get();

    /** Takes rows, some at a time. */
    interface Sink {
        /** @return those rows whose number came before in this file, beyond these */
        Set<RecordId> put(List<Row> rows);
    }

    /**
     * What was read.
     *
     * @param fillers in how many values something stood for a name, or for a part of one, where there is none
     */
    record Count(int rows, int fillers) {}

    /** A usable row and where it stands. */
    private record Numbered(long line, Row row) {}

    /** SHA-256 of the file and of how its columns are read: another reading makes other records of the same file. */
    byte[] digest() {
        return digest(READING);
    }

    /** The same file with the same columns, as it was read before {@link #digest} said how. */
    byte[] digestBefore() {
        return digest(READING_BEFORE);
    }

    private byte[] digest(String reading) {
        try (InputStream bytes = source.file().getInputStream();
                DigestInputStream digesting = new DigestInputStream(bytes, sha256())) {
            digesting.transferTo(OutputStream.nullOutputStream());
            return digest(digesting, reading);
        } catch (IOException e) {
            throw failed("le fichier est illisible", "the file cannot be read");
        }
    }

    /**
     * Hands over all rows.
     *
     * @param expected the {@link #digest} of what is to be read
     * @return how many there were, and how many fillers
     * @throws ImportFailed when a row cannot be used, a number comes twice, or the file is another one by now
     */
    Count read(byte[] expected, Sink sink) {
        int count = 0;
        long end = 1;
        List<Fault> faults = new ArrayList<>();
        try (DigestInputStream bytes = new DigestInputStream(source.file().getInputStream(), sha256());
                CSVParser parser = FORMAT.parse(text(bytes))) {
            requireColumns(parser.getHeaderNames());
            RowReader reader = new RowReader(source);
            List<Numbered> rows = new ArrayList<>(ROWS_AT_ONCE);
            end = parser.getCurrentLineNumber();
            for (CSVRecord row : parser) {
                count++;
                // A value may go over several lines: a row begins where the one before ended.
                read(reader, row, end + 1, rows, faults);
                end = parser.getCurrentLineNumber();
                if (rows.size() == ROWS_AT_ONCE) {
                    put(rows, sink, faults);
                }
                if (faults.size() >= ImportFailed.MAX_FAULTS) {
                    throw new ImportFailed(source.id(), faults);
                }
            }
            put(rows, sink, faults);
            if (!faults.isEmpty()) {
                throw new ImportFailed(source.id(), faults);
            }
            bytes.transferTo(OutputStream.nullOutputStream());
            if (!Arrays.equals(expected, digest(bytes, READING))) {
                throw failed("le fichier a changé pendant sa lecture", "the file changed while it was read");
            }
            return new Count(count, reader.fillers());
        } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
            throw failed(
                    "le fichier n’est pas du texte UTF-8 en CSV, après la ligne " + end,
                    "the file is not UTF-8 text in CSV, after line " + end);
        }
    }

    private static void read(RowReader reader, CSVRecord row, long line, List<Numbered> rows, List<Fault> faults) {
        try {
            rows.add(new Numbered(line, reader.read(row)));
        } catch (Unusable e) {
            faults.add(e.at(line));
        }
    }

    /** A number that comes twice is nobody's: which of the two rows is the person's cannot be known. */
    private void put(List<Numbered> rows, Sink sink, List<Fault> faults) {
        Set<RecordId> seen = new HashSet<>();
        List<Numbered> first = new ArrayList<>();
        for (Numbered row : rows) {
            if (seen.add(row.row().id())) {
                first.add(row);
            } else {
                faults.add(twice(row));
            }
        }
        Set<RecordId> before = sink.put(first.stream().map(Numbered::row).toList());
        first.stream()
                .filter(row -> before.contains(row.row().id()))
                .map(this::twice)
                .forEach(faults::add);
        rows.clear();
    }

    private Fault twice(Numbered row) {
        return new Fault(row.line(), source.columns().number(), Fault.What.SAME_NUMBER);
    }

    private void requireColumns(List<String> headings) {
        Set<String> missing = new TreeSet<>(source.columns().all().toList());
        headings.forEach(missing::remove);
        if (!missing.isEmpty()) {
            String names = String.join(", ", missing);
            throw failed("le fichier n’a pas de colonne " + names, "the file has no column " + names);
        }
    }

    /** The text without the byte order mark that spreadsheets put before it. */
    private static Reader text(InputStream bytes) throws IOException {
        BufferedReader text = new BufferedReader(new InputStreamReader(
                bytes,
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)));
        text.mark(1);
        if (text.read() != BYTE_ORDER_MARK) {
            text.reset();
        }
        return text;
    }

    private byte[] digest(DigestInputStream read, String reading) {
        MessageDigest digest = read.getMessageDigest();
        digest.update((reading + source.columns()).getBytes(StandardCharsets.UTF_8));
        return digest.digest();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private ImportFailed failed(String fr, String en) {
        return new ImportFailed(source.id(), new Text(fr, en));
    }
}
