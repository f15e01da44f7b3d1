package org.entente.demo;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Bytes and everything that is wrapped in them: a token in a message in a database's hexadecimal text, a compressed list
 * in a token. What a search for a value has to look through.
 */
final class Unwrapped {
    private static final int MAX_DEPTH = 8;
    private static final int MAX_INFLATED = 8 * 1024 * 1024;
    private static final Pattern HEX = Pattern.compile("(?:[0-9a-fA-F]{2}){12,}");

    /** Each alphabet for itself: in a text of one, a sign that only the other has would end it, and begin the rest askew. */
    private static final List<Pattern> BASE64 =
            List.of(Pattern.compile("[A-Za-z0-9+/]{16,}={0,2}"), Pattern.compile("[A-Za-z0-9_-]{16,}"));

    private static final Pattern PERCENT = Pattern.compile("%[0-9a-fA-F]{2}");
    private static final Pattern ESCAPE = Pattern.compile("\\\\u([0-9a-fA-F]{4})");

    private final Set<String> texts = new LinkedHashSet<>();
    private final Set<String> seen = new HashSet<>();
    private final Deque<Layer> open = new ArrayDeque<>();

    private record Layer(String text, int depth) {}

    private Unwrapped(byte[] bytes) {
        add(bytes, 0);
        while (!open.isEmpty()) {
            Layer layer = open.pop();
            unwrap(layer);
        }
    }

    /** The text of the bytes, and of all that they wrap, in lower case. */
    static Set<String> of(byte[] bytes) {
        return new Unwrapped(bytes).texts;
    }

    private void unwrap(Layer layer) {
        Matcher hex = HEX.matcher(layer.text());
        while (hex.find()) {
            add(HexFormat.of().parseHex(hex.group()), layer.depth() + 1);
        }
        for (Pattern alphabet : BASE64) {
            Matcher base64 = alphabet.matcher(layer.text());
            while (base64.find()) {
                decode(base64.group(), layer.depth() + 1);
            }
        }
        if (PERCENT.matcher(layer.text()).find()) {
            addText(unpercent(layer.text()), layer.depth() + 1);
        }
        if (ESCAPE.matcher(layer.text()).find()) {
            addText(
                    ESCAPE.matcher(layer.text())
                            .replaceAll(match ->
                                    Matcher.quoteReplacement(Character.toString(Integer.parseInt(match.group(1), 16)))),
                    layer.depth() + 1);
        }
    }

    private void decode(String text, int depth) {
        String bare = text.replace("=", "").replace('-', '+').replace('_', '/');
        // One character over is the start of what stood beside it: what comes before still decodes.
        String whole = bare.length() % 4 == 1 ? bare.substring(0, bare.length() - 1) : bare;
        add(Base64.getDecoder().decode(whole), depth);
    }

    private void add(byte[] bytes, int depth) {
        addText(new String(bytes, StandardCharsets.UTF_8), depth);
        if (bytes.length > 2 && bytes[0] == 0x78) {
            inflate(bytes, depth + 1);
        }
    }

    private void addText(String text, int depth) {
        if (depth <= MAX_DEPTH && seen.add(text)) {
            texts.add(text.toLowerCase(Locale.ROOT));
            open.push(new Layer(text, depth));
        }
    }

    private void inflate(byte[] bytes, int depth) {
        Inflater inflater = new Inflater();
        inflater.setInput(bytes);
        ByteArrayOutputStream inflated = new ByteArrayOutputStream();
        byte[] buffer = new byte[8192];
        try {
            for (int read = inflater.inflate(buffer);
                    read > 0 && inflated.size() < MAX_INFLATED;
                    read = inflater.inflate(buffer)) {
                inflated.write(buffer, 0, read);
            }
        } catch (DataFormatException notCompressed) {
            return;
        } finally {
            inflater.end();
        }
        add(inflated.toByteArray(), depth);
    }

    private static String unpercent(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < utf8.length; i++) {
            boolean escaped = utf8[i] == '%'
                    && i + 2 < utf8.length
                    && HexFormat.isHexDigit(utf8[i + 1])
                    && HexFormat.isHexDigit(utf8[i + 2]);
            bytes.write(
                    escaped
                            ? HexFormat.fromHexDigits(new String(utf8, i + 1, 2, StandardCharsets.US_ASCII))
                            : utf8[i] == '+' ? ' ' : utf8[i]);
            i += escaped ? 2 : 0;
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
