package org.entente.node.names.export;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.entente.names.spreadsheet.FormulaGuard;
import org.entente.node.kernel.Language;
import org.entente.node.names.export.BroughtFile.Why;
import org.entente.node.web.Messages;
import org.springframework.stereotype.Component;

/**
 * Reads a file of names as {@link WriteCsv} makes it, in either language, also after a spreadsheet has kept it with semicolons
 * or tabs. Columns that it does not know are passed over.
 */
@Component
public class ReadCsv {
    /** The most rows that are read. */
    public static final int MAX_ROWS = 50;

    /** The most columns. */
    private static final int MAX_COLUMNS = 200;

    /** The most that a cell may hold, in UTF-16 units. */
    private static final int MAX_CELL = 8_000;

    static final String YES = "names.csv.yes";

    private final Messages messages;

    ReadCsv(Messages messages) {
        this.messages = messages;
    }

    /** The rows of a file, its empty ones left out. */
    public BroughtFile read(byte[] file) {
        if (file.length == 0) {
            return new BroughtFile.Unreadable(Why.EMPTY);
        }
        Optional<String> text = decoded(file);
        if (text.isEmpty()) {
            return new BroughtFile.Unreadable(Why.OTHER_ENCODING);
        }
        try (CSVParser parser = format(text.get()).parse(new StringReader(text.get()))) {
            return read(parser);
        } catch (IOException | UncheckedIOException | IllegalStateException e) {
            return new BroughtFile.Unreadable(Why.NO_NAMES);
        }
    }

    private BroughtFile read(CSVParser parser) {
        Map<Integer, Column> columns = new HashMap<>();
        List<CsvRow> rows = new ArrayList<>();
        int rest = 0;
        long end = 0;
        for (CSVRecord one : parser) {
            long line = end + 1;
            end = parser.getCurrentLineNumber();
            if (columns.isEmpty()) {
                columns.putAll(columns(one));
                if (!columns.containsValue(Column.FULL)) {
                    return new BroughtFile.Unreadable(Why.NO_NAMES);
                }
            } else if (rows.size() < MAX_ROWS) {
                Optional.of(row(one, line, columns))
                        .filter(row -> !row.cells().isEmpty())
                        .ifPresent(rows::add);
            } else {
                rest++;
            }
        }
        return columns.isEmpty() ? new BroughtFile.Unreadable(Why.NO_NAMES) : new BroughtFile.Read(rows, rest);
    }

    private Map<Integer, Column> columns(CSVRecord headings) {
        Map<Integer, Column> columns = new HashMap<>();
        for (int i = 0; i < Math.min(headings.size(), MAX_COLUMNS); i++) {
            int place = i;
            Column.headed(headings.get(i).strip(), messages)
                    .filter(column -> !columns.containsValue(column))
                    .ifPresent(column -> columns.put(place, column));
        }
        return columns;
    }

    private static CsvRow row(CSVRecord one, long line, Map<Integer, Column> columns) {
        Map<Column, String> cells = new EnumMap<>(Column.class);
        columns.forEach((place, column) -> {
            String text = place < one.size() ? FormulaGuard.unguarded(one.get(place)) : "";
            if (!text.isBlank()) {
                cells.put(column, text.length() > MAX_CELL ? text.substring(0, MAX_CELL) : text);
            }
        });
        return new CsvRow(line, cells);
    }

    /** Whether a cell says yes, in either language. */
    public boolean isYes(String cell) {
        return List.of(Language.values()).stream()
                .anyMatch(language -> messages.say(language, YES).equals(cell.strip()));
    }

    private static Optional<String> decoded(byte[] file) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
            return Optional.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** With the sign between columns that the headings have most often. */
    private static CSVFormat format(String text) {
        String headings = text.lines().findFirst().orElse("");
        char between = ',';
        for (char other : new char[] {';', '\t'}) {
            between = count(headings, other) > count(headings, between) ? other : between;
        }
        return CSVFormat.RFC4180.builder().setDelimiter(between).get();
    }

    private static long count(String text, char sign) {
        return text.chars().filter(one -> one == sign).count();
    }
}
