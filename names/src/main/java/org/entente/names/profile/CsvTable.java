package org.entente.names.profile;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The rows of a CSV file (RFC 4180, UTF-8). */
public final class CsvTable {
    private static final long MAX_BYTES = 4_000_000;

    private final String text;
    private int at;

    private CsvTable(String text) {
        this.text = text;
    }

    /**
     * All rows of a text, its header among them.
     *
     * @throws IllegalArgumentException when it is too long or not CSV
     */
    public static List<List<String>> rows(String text) {
        if (text.length() > MAX_BYTES) {
            throw new IllegalArgumentException("longer than " + MAX_BYTES);
        }
        return new CsvTable(text).rows();
    }

    /**
     * Reads the file, with its header checked and left out; no rows when there is no such file.
     *
     * @throws IOException when it cannot be read or is not UTF-8
     * @throws IllegalArgumentException when it is too long, has other columns, or is not CSV
     */
    static List<List<String>> read(Path file, String... columns) throws IOException {
        if (!Files.exists(file)) {
            return List.of();
        }
        if (Files.size(file) > MAX_BYTES) {
            throw new IllegalArgumentException(file.getFileName() + " is longer than " + MAX_BYTES + " bytes");
        }
        List<List<String>> rows = new CsvTable(decoded(file)).rows();
        if (rows.isEmpty() || !rows.getFirst().equals(List.of(columns))) {
            throw new IllegalArgumentException(file.getFileName() + " has other columns than " + List.of(columns));
        }
        for (List<String> row : rows) {
            if (row.size() != columns.length) {
                throw new IllegalArgumentException(file.getFileName() + " has a row of " + row.size() + " fields");
            }
        }
        return rows.subList(1, rows.size());
    }

    private static String decoded(Path file) throws IOException {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new IOException(file.getFileName() + " is not UTF-8", e);
        }
    }

    private List<List<String>> rows() {
        List<List<String>> rows = new ArrayList<>();
        while (at < text.length()) {
            rows.add(row());
        }
        return rows;
    }

    private List<String> row() {
        List<String> fields = new ArrayList<>();
        do {
            fields.add(at < text.length() && text.charAt(at) == '"' ? quoted() : plain());
        } while (taken(','));
        if (!taken('\r') & !taken('\n') && at < text.length()) {
            throw new IllegalArgumentException("not CSV at character " + at);
        }
        return fields;
    }

    private String plain() {
        int start = at;
        while (at < text.length() && ",\r\n".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return text.substring(start, at);
    }

    private String quoted() {
        StringBuilder field = new StringBuilder();
        at++;
        while (true) {
            int quote = text.indexOf('"', at);
            if (quote < 0) {
                throw new IllegalArgumentException("not CSV: a quotation does not end");
            }
            field.append(text, at, quote);
            at = quote + 1;
            if (!taken('"')) {
                return field.toString();
            }
            field.append('"');
        }
    }

    private boolean taken(char expected) {
        boolean here = at < text.length() && text.charAt(at) == expected;
        if (here) {
            at++;
        }
        return here;
    }
}
