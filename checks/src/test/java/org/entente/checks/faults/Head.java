package org.entente.checks.faults;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What stands before the body of an HTTP/1.1 message (RFC 9112 §2.1).
 *
 * @param start the request line or the status line
 * @param fields the header's lines
 */
record Head(String start, List<String> fields) {
    private static final int LONGEST = 64 * 1024;

    /** Reads up to and with the empty line. */
    static Head read(InputStream in) throws IOException {
        ByteArrayOutputStream text = new ByteArrayOutputStream(512);
        int ends = 0;
        while (ends < 2) {
            int next = in.read();
            if (next < 0 || text.size() > LONGEST) {
                throw new EOFException("a message ended before its body");
            }
            text.write(next);
            ends = next == '\n' ? ends + 1 : next == '\r' ? ends : 0;
        }
        List<String> lines =
                Arrays.asList(text.toString(StandardCharsets.ISO_8859_1).strip().split("\r\n"));
        return new Head(lines.getFirst(), List.copyOf(lines.subList(1, lines.size())));
    }

    /** All values of a header. */
    List<String> values(String name) {
        return fields.stream()
                .filter(field -> named(field, name))
                .map(field -> field.substring(name.length() + 1).strip())
                .toList();
    }

    /** The first value of a header, "" when there is none. */
    String value(String name) {
        return values(name).stream().findFirst().orElse("");
    }

    /** The same message without some headers. */
    Head without(List<String> names) {
        return new Head(
                start,
                fields.stream()
                        .filter(field -> names.stream().noneMatch(name -> named(field, name)))
                        .toList());
    }

    /** As it goes over the wire. */
    byte[] bytes(String... more) {
        StringBuilder text = new StringBuilder(start).append("\r\n");
        fields.forEach(field -> text.append(field).append("\r\n"));
        Arrays.stream(more).forEach(field -> text.append(field).append("\r\n"));
        return text.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    /** The body of a message that was sent with its length, or of an answer after which the connection ends. */
    byte[] body(InputStream in) throws IOException {
        if (value("Transfer-Encoding").equalsIgnoreCase("chunked")) {
            return chunks(in);
        }
        if (!value("Content-Length").isEmpty()) {
            return exactly(in, Integer.parseInt(value("Content-Length")));
        }
        return start.startsWith("HTTP/") ? in.readAllBytes() : new byte[0];
    }

    private static byte[] chunks(InputStream in) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int size = Integer.parseInt(line(in), 16); size > 0; size = Integer.parseInt(line(in), 16)) {
            body.writeBytes(exactly(in, size));
            line(in);
        }
        line(in);
        return body.toByteArray();
    }

    private static byte[] exactly(InputStream in, int length) throws IOException {
        byte[] body = in.readNBytes(length);
        if (body.length < length) {
            throw new EOFException("a body ended early");
        }
        return body;
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(16);
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("a body ended early");
            }
            line.write(next);
        }
        return line.toString(StandardCharsets.ISO_8859_1).strip();
    }

    private static boolean named(String field, String name) {
        return field.toLowerCase(Locale.ROOT).startsWith(name.toLowerCase(Locale.ROOT) + ":");
    }
}
