package org.entente.node.registers;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.DuplicateHeaderMode;
import org.entente.names.Name;
import org.entente.names.NameClaims;
import org.entente.names.NamePart;
import org.entente.names.NameText;
import org.entente.names.PersonNames;
import org.entente.protocols.json.Json;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A register's CSV file (RFC 4180, UTF-8). Errors name the line, never what stands there. */
record RegisterFile(RegistersSettings.Source source) {
    private static final int ROWS_AT_ONCE = 1_000;
    private static final int MAX_VALUE = 4_000;
    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setDuplicateHeaderMode(DuplicateHeaderMode.DISALLOW)
            .get();

    /** SHA-256 of the file. */
    byte[] digest() {
        try (InputStream bytes = source.file().getInputStream();
                DigestInputStream digesting = new DigestInputStream(bytes, MessageDigest.getInstance("SHA-256"))) {
            digesting.transferTo(java.io.OutputStream.nullOutputStream());
            return digesting.getMessageDigest().digest();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /**
     * Hands over all rows, some at a time.
     *
     * @return how many there were
     */
    int read(Consumer<List<Row>> sink) {
        int count = 0;
        try (Reader text = text();
                CSVParser parser = FORMAT.parse(text)) {
            List<Row> rows = new ArrayList<>(ROWS_AT_ONCE);
            for (CSVRecord line : parser) {
                rows.add(row(line));
                count++;
                if (rows.size() == ROWS_AT_ONCE) {
                    sink.accept(rows);
                    rows.clear();
                }
            }
            sink.accept(rows);
            return count;
        } catch (IOException | UncheckedIOException e) {
            throw malformed("is not UTF-8 text in CSV, after row " + count);
        }
    }

    private Reader text() throws IOException {
        return new InputStreamReader(
                source.file().getInputStream(),
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
    }

    private Row row(CSVRecord line) {
        RegistersSettings.Columns columns = source.columns();
        RecordId id = id(line, columns.number());
        return new Row(
                id,
                date(line, columns.birthDate()),
                Row.letterCode(id, required(line, columns.letterCode())),
                claims(line));
    }

    private RecordId id(CSVRecord line, String column) {
        try {
            return new RecordId(source.id(), required(line, column));
        } catch (IllegalArgumentException e) {
            throw malformed("has no usable number in row " + line.getRecordNumber());
        }
    }

    private LocalDate date(CSVRecord line, String column) {
        try {
            return LocalDate.parse(required(line, column));
        } catch (DateTimeParseException e) {
            throw malformed("has no date in row " + line.getRecordNumber() + ", column " + column);
        }
    }

    private ObjectNode claims(CSVRecord line) {
        ObjectNode claims = Json.newObject();
        for (RegistersSettings.ClaimColumn column : source.columns().claims()) {
            String value = value(line, column.column());
            if (!value.isEmpty()) {
                put(claims, column.claim(), value);
            }
        }
        claims.setAll(names(line));
        return claims;
    }

    private ObjectNode names(CSVRecord line) {
        List<Name> names = source.columns().names().stream()
                .filter(columns -> !value(line, columns.full()).isEmpty())
                .map(columns -> name(line, columns))
                .toList();
        return names.isEmpty() ? Json.newObject() : nameClaims(new PersonNames(names, 0));
    }

    private Name name(CSVRecord line, RegistersSettings.NameColumns columns) {
        try {
            String language = optional(line, columns.lang());
            Name name = Name.of(
                    columns.kind(), value(line, columns.full()), language.isEmpty() ? Name.UNDETERMINED : language);
            return name.withParts(Stream.of(
                            part(NamePart.Role.GIVEN, optional(line, columns.given())),
                            part(NamePart.Role.FAMILY, optional(line, columns.family())))
                    .flatMap(Optional::stream)
                    .toArray(NamePart[]::new));
        } catch (IllegalArgumentException e) {
            throw malformed("has an unusable name in row " + line.getRecordNumber());
        }
    }

    private static Optional<NamePart> part(NamePart.Role role, String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(new NamePart(role, NameText.of(text)));
    }

    private static ObjectNode nameClaims(PersonNames names) {
        ObjectNode claims = Json.newObject();
        NameClaims.of(names).forEach((claim, value) -> {
            switch (value) {
                case List<?> elements ->
                    elements.forEach(element -> addElement(claims.withArray("/" + claim), element));
                default -> claims.put(claim, value.toString());
            }
        });
        return claims;
    }

    private static void addElement(ArrayNode array, Object element) {
        ObjectNode members = array.addObject();
        ((Map<?, ?>) element).forEach((name, value) -> members.put(name.toString(), value.toString()));
    }

    private static void put(ObjectNode claims, String path, String value) {
        int dot = path.indexOf('.');
        if (dot < 0) {
            claims.put(path, value);
        } else {
            put(claims.withObject("/" + path.substring(0, dot)), path.substring(dot + 1), value);
        }
    }

    private String optional(CSVRecord line, String column) {
        return column.isEmpty() ? "" : value(line, column);
    }

    private String required(CSVRecord line, String column) {
        String value = value(line, column);
        if (value.isEmpty()) {
            throw malformed("has nothing in row " + line.getRecordNumber() + ", column " + column);
        }
        return value;
    }

    private String value(CSVRecord line, String column) {
        if (!line.isSet(column)) {
            throw malformed("has no column " + column + " in row " + line.getRecordNumber());
        }
        String value = line.get(column).strip();
        if (value.length() > MAX_VALUE) {
            throw malformed("has too long a value in row " + line.getRecordNumber() + ", column " + column);
        }
        return value;
    }

    private IllegalStateException malformed(String what) {
        return new IllegalStateException("register " + source.id() + ": the file " + what);
    }
}
