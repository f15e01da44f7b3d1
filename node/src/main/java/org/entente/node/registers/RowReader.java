package org.entente.node.registers;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;
import org.entente.names.Name;
import org.entente.names.NameClaims;
import org.entente.names.NamePart;
import org.entente.names.NameReading;
import org.entente.names.NameText;
import org.entente.names.PersonNames;
import org.entente.names.legacy.Fillers;
import org.entente.node.kernel.Days;
import org.entente.node.registers.Fault.What;
import org.entente.protocols.json.Json;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads the rows of a register's file as its columns say. What stands for a name where there is none is read as nothing, and
 * counted.
 */
final class RowReader {
    private static final int MAX_VALUE = 4_000;
    private static final Set<String> NAMES = Set.of("name", "given_name", "family_name");

    /** U+FFFD, which stands where a letter was when a file was read in another encoding than it was written in. */
    private static final char DAMAGE = '\uFFFD';

    private final RegistersSettings.Source source;
    private int fillers;

    RowReader(RegistersSettings.Source source) {
        this.source = source;
    }

    /** In how many values a filler was left out so far. */
    int fillers() {
        return fillers;
    }

    /** A row that cannot be used; says in which column and why, and not what stands there. */
    static final class Unusable extends Exception {
        private static final long serialVersionUID = 1L;

        private final String column;
        private final What what;

        Unusable(String column, What what) {
            this.column = column;
            this.what = what;
        }

        Fault at(long line) {
            return new Fault(line, column, what);
        }
    }

    Row read(CSVRecord line) throws Unusable {
        if (!line.isConsistent()) {
            throw new Unusable("", What.OTHER_COLUMNS);
        }
        RegistersSettings.Columns columns = source.columns();
        RecordId id = id(line, columns.number());
        return new Row(id, date(line, columns.birthDate()), required(line, columns.letterCode()), claims(line));
    }

    private RecordId id(CSVRecord line, String column) throws Unusable {
        try {
            return new RecordId(source.id(), required(line, column));
        } catch (IllegalArgumentException e) {
            throw new Unusable(column, What.NO_NUMBER);
        }
    }

    private LocalDate date(CSVRecord line, String column) throws Unusable {
        return Days.parse(required(line, column)).orElseThrow(() -> new Unusable(column, What.NO_DATE));
    }

    private ObjectNode claims(CSVRecord line) throws Unusable {
        ObjectNode claims = Json.newObject();
        for (RegistersSettings.ClaimColumn column : source.columns().claims()) {
            String value = isName(column.claim()) ? name(line, column.column()) : value(line, column.column());
            if (!value.isEmpty()) {
                put(claims, column.claim(), value);
            }
        }
        claims.setAll(names(line));
        return claims;
    }

    private ObjectNode names(CSVRecord line) throws Unusable {
        List<Name> names = new ArrayList<>();
        for (RegistersSettings.NameColumns columns : source.columns().names()) {
            String full = named(line, columns.full());
            if (!full.isEmpty()) {
                names.add(name(line, columns, full));
            }
        }
        return names.isEmpty() ? Json.newObject() : nameClaims(new PersonNames(names, 0));
    }

    private Name name(CSVRecord line, RegistersSettings.NameColumns columns, String full) throws Unusable {
        try {
            String language = optional(line, columns.lang());
            Name name = Name.of(columns.kind(), full, language.isEmpty() ? Name.UNDETERMINED : language);
            return name.withParts(Stream.of(
                            part(NamePart.Role.GIVEN, named(line, columns.given())),
                            part(NamePart.Role.FAMILY, named(line, columns.family())))
                    .flatMap(Optional::stream)
                    .toArray(NamePart[]::new));
        } catch (IllegalArgumentException e) {
            throw new Unusable(columns.full(), What.NO_NAME);
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

    /** What of a column is a name: what stands there where there is none is left out. */
    private String named(CSVRecord line, String column) throws Unusable {
        String value = optional(line, column);
        if (value.indexOf(DAMAGE) >= 0) {
            throw new Unusable(column, What.DAMAGED);
        }
        String named = Fillers.without(value);
        if (!named.equals(value)) {
            fillers++;
        }
        return named;
    }

    /** A name in its stored form; "" where there is none. */
    private String name(CSVRecord line, String column) throws Unusable {
        String named = named(line, column);
        if (named.isEmpty()) {
            return "";
        }
        if (NameText.read(named) instanceof NameReading.Accepted(NameText text)) {
            return text.value();
        }
        throw new Unusable(column, What.NO_NAME);
    }

    private static boolean isName(String claim) {
        int tag = claim.indexOf('#');
        return NAMES.contains(tag < 0 ? claim : claim.substring(0, tag));
    }

    private String optional(CSVRecord line, String column) throws Unusable {
        return column.isEmpty() ? "" : value(line, column);
    }

    private String required(CSVRecord line, String column) throws Unusable {
        String value = value(line, column);
        if (value.isEmpty()) {
            throw new Unusable(column, What.EMPTY);
        }
        return value;
    }

    private String value(CSVRecord line, String column) throws Unusable {
        String value = line.get(column).strip();
        if (value.length() > MAX_VALUE) {
            throw new Unusable(column, What.TOO_LONG);
        }
        if (value.indexOf('\0') >= 0) {
            throw new Unusable(column, What.NO_TEXT);
        }
        return value;
    }
}
