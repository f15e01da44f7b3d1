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
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** Every personal value of the demo's registers, to be searched for where none may be. */
public final class RegisterValues {
    private static final List<String> REGISTERS =
            List.of("quebec", "ontario", "british-columbia", "huron-wendat", "canada");
    private static final Set<String> NOT_PERSONAL = Set.of("region", "country", "other_lang", "other_orthography");
    private static final int SHORTEST = Needles.START;

    private final Set<String> values;
    private final Needles needles;

    private RegisterValues(Set<String> values) {
        this.values = values;
        this.needles =
                new Needles(values.stream().flatMap(RegisterValues::encoded).collect(Collectors.toSet()));
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
            if (needles.areIn(text)) {
                throw new DemoFailed("a personal value stands where none may be: " + where);
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

    private static Stream<String> encoded(String value) {
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        Stream<String> plain = Stream.of(
                value,
                URLEncoder.encode(value, StandardCharsets.UTF_8),
                HexFormat.of().formatHex(utf8),
                escaped(value));
        return Stream.concat(plain, IntStream.range(0, 3).boxed().flatMap(shift -> base64(utf8, shift)))
                .map(text -> text.toLowerCase(Locale.ROOT));
    }

    /** The part of a base64 text that is the same whatever stands before and after the value. */
    private static Stream<String> base64(byte[] utf8, int shift) {
        byte[] padded = new byte[shift + utf8.length];
        System.arraycopy(utf8, 0, padded, shift, utf8.length);
        int from = shift == 0 ? 0 : 4;
        int until = padded.length / 3 * 4;
        return until - from < SHORTEST + 2
                ? Stream.empty()
                : Stream.of(Base64.getEncoder(), Base64.getUrlEncoder())
                        .map(encoder -> encoder.encodeToString(padded).substring(from, until));
    }

    private static String escaped(String value) {
        StringBuilder text = new StringBuilder();
        value.chars().forEach(c -> text.append(c < 128 ? "" + (char) c : "\\u%04x".formatted(c)));
        return text.toString();
    }
}
