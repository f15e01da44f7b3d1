package org.entente.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** Every personal value of the demo's registers, to be searched for where none may be. */
public final class RegisterValues {
    private static final List<String> REGISTERS =
            List.of("quebec", "ontario", "british-columbia", "huron-wendat", "canada");
    private static final Set<String> NOT_PERSONAL = Set.of("region", "country", "other_lang", "other_orthography");
    private static final int SHORTEST = 4;

    private final Set<String> values;
    private final Set<String> needles = new LinkedHashSet<>();

    private RegisterValues(Set<String> values) {
        this.values = values;
        values.forEach(this::addNeedles);
    }

    /** The values of all registers of the demo. */
    public static RegisterValues read() {
        Set<String> values = new LinkedHashSet<>();
        for (String register : REGISTERS) {
            try (InputStream file = RegisterValues.class.getResourceAsStream("/demo/" + register + "-residents.csv");
                    var reader = new InputStreamReader(file, StandardCharsets.UTF_8);
                    var rows = CSVFormat.DEFAULT
                            .builder()
                            .setHeader()
                            .setSkipHeaderRecord(true)
                            .get()
                            .parse(reader)) {
                rows.forEach(row -> collect(row, values));
            } catch (IOException e) {
                throw new DemoFailed("the register of " + register + " could not be read", e);
            }
        }
        return new RegisterValues(values);
    }

    /** These values, each at least as long as is searched for. */
    public static RegisterValues of(Set<String> values) {
        return new RegisterValues(Set.copyOf(values));
    }

    /** How many values are searched for. */
    public int count() {
        return values.size();
    }

    /**
     * Ends the tour when one of the values stands in the bytes or in anything wrapped in them (tokens in tokens,
     * hexadecimal, base64, compression, escapes); says where, never which.
     */
    public void requireAbsent(byte[] bytes, String where) {
        for (String text : Unwrapped.of(bytes)) {
            for (String needle : needles) {
                if (text.contains(needle)) {
                    throw new DemoFailed("a personal value stands where none may be: " + where);
                }
            }
        }
    }

    private static void collect(CSVRecord row, Set<String> values) {
        row.toMap().forEach((column, value) -> {
            if (!NOT_PERSONAL.contains(column) && value.length() >= SHORTEST) {
                values.add(value);
            }
        });
    }

    private void addNeedles(String value) {
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        add(value);
        add(URLEncoder.encode(value, StandardCharsets.UTF_8));
        add(HexFormat.of().formatHex(utf8));
        add(escaped(value));
        for (int shift = 0; shift < 3; shift++) {
            addBase64(utf8, shift);
        }
    }

    /** The part of a base64 text that is the same whatever stands before and after the value. */
    private void addBase64(byte[] utf8, int shift) {
        byte[] padded = new byte[shift + utf8.length];
        System.arraycopy(utf8, 0, padded, shift, utf8.length);
        int from = shift == 0 ? 0 : 4;
        int until = padded.length / 3 * 4;
        if (until - from >= SHORTEST + 2) {
            add(Base64.getEncoder().encodeToString(padded).substring(from, until));
            add(Base64.getUrlEncoder().encodeToString(padded).substring(from, until));
        }
    }

    private void add(String needle) {
        needles.add(needle.toLowerCase(Locale.ROOT));
    }

    private static String escaped(String value) {
        StringBuilder text = new StringBuilder();
        value.chars().forEach(c -> text.append(c < 128 ? "" + (char) c : "\\u%04x".formatted(c)));
        return text.toString();
    }
}
