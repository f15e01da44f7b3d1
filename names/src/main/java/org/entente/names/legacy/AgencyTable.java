package org.entente.names.legacy;

import com.ibm.icu.text.Normalizer2;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.entente.names.profile.CsvTable;

/**
 * What an agency writes for letters that its system lacks: a CSV file in UTF-8 with the columns {@code sign} and {@code form},
 * as its operator installs it. A form may be empty: the sign is left out then, and said to be.
 *
 * <pre>{@code
 * sign,form
 * ʔ,7
 * q̓,q'
 * }</pre>
 *
 * @param forms by sign, composed (NFC)
 */
public record AgencyTable(Map<String, String> forms) {
    /** Without any. */
    public static final AgencyTable NONE = new AgencyTable(Map.of());

    /** The largest table, in bytes. */
    private static final long MAX_BYTES = 256 * 1024;

    private static final List<String> COLUMNS = List.of("sign", "form");
    private static final int MAX_SIGNS = 20;

    public AgencyTable {
        forms = Map.copyOf(forms);
    }

    /**
     * Reads a table for one repertoire.
     *
     * @throws IOException when the file cannot be read or is not UTF-8
     * @throws IllegalArgumentException when it is too large, has other columns, a sign twice or none, or a form that the
     *     repertoire cannot write
     */
    public static AgencyTable read(Path file, Repertoire repertoire) throws IOException {
        if (Files.size(file) > MAX_BYTES) {
            throw new IllegalArgumentException("a table has at most " + MAX_BYTES + " bytes");
        }
        try {
            return of(
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
                            .toString(),
                    repertoire);
        } catch (CharacterCodingException e) {
            throw new IOException("a table is in UTF-8", e);
        }
    }

    /**
     * The same of a text.
     *
     * @throws IllegalArgumentException as {@link #read}
     */
    public static AgencyTable of(String text, Repertoire repertoire) {
        List<List<String>> rows = CsvTable.rows(text.startsWith("\uFEFF") ? text.substring(1) : text);
        if (rows.isEmpty() || !rows.getFirst().equals(COLUMNS)) {
            throw new IllegalArgumentException("a table has the columns " + COLUMNS);
        }
        Map<String, String> forms = new HashMap<>();
        for (List<String> row : rows.subList(1, rows.size())) {
            if (row.size() != COLUMNS.size()
                    || row.getFirst().isBlank()
                    || row.getFirst().length() > MAX_SIGNS
                    || row.getLast().length() > MAX_SIGNS) {
                throw new IllegalArgumentException("a row has a sign and its form");
            }
            if (!repertoire.holds(row.getLast())) {
                throw new IllegalArgumentException("the form “" + row.getLast() + "” cannot be written there");
            }
            if (forms.put(Normalizer2.getNFCInstance().normalize(row.getFirst()), row.getLast()) != null) {
                throw new IllegalArgumentException("the sign “" + row.getFirst() + "” stands twice");
            }
        }
        return new AgencyTable(forms);
    }
}
