package org.entente.protocols.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import org.entente.protocols.Base64Url;
import org.entente.protocols.ProtocolError;
import org.entente.protocols.json.Json;
import tools.jackson.databind.JsonNode;

/**
 * Makes inputs out of samples. A sample's layers are opened (the parts of a signed text, base64url, the fields of a
 * form, JSON, and texts within it), one is changed, and the rest is closed again over it, so that a change is met by the
 * code that reads that layer and not by the first check. The same seed gives the same inputs.
 */
public final class Mutations {
    private static final int MAX_LENGTH = 64 * 1024;
    private static final int MAX_LAYERS = 6;
    private static final int SHORTEST_LAYER = 8;
    private static final Pattern BASE64URL = Pattern.compile("[A-Za-z0-9_-]+");
    private static final Pattern PARTS = Pattern.compile("[A-Za-z0-9_.-]*\\.[A-Za-z0-9_.-]*");

    private final SplittableRandom random;
    private final List<String> samples;
    private final ChangedJson json;

    public Mutations(long seed, List<byte[]> samples) {
        this.random = new SplittableRandom(seed);
        this.samples = samples.stream()
                .map(sample -> new String(sample, StandardCharsets.ISO_8859_1))
                .toList();
        this.json = new ChangedJson(random, this::changedText);
    }

    /** The next input. Texts in here are bytes, a character each. */
    public byte[] next() {
        String input = pick(samples);
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            input = changed(input, 0);
        }
        byte[] bytes = input.getBytes(StandardCharsets.ISO_8859_1);
        return bytes.length > MAX_LENGTH ? Arrays.copyOf(bytes, MAX_LENGTH) : bytes;
    }

    private String changed(String text, int layer) {
        if (text.isEmpty() || layer == MAX_LAYERS || random.nextInt(5) == 0) {
            return changedBytes(text);
        }
        char first = text.charAt(0);
        if (first == '{' || first == '[') {
            return changedJson(text, layer);
        }
        if (text.indexOf('~') >= 0) {
            return changedPart(text, "~", layer);
        }
        if (PARTS.matcher(text).matches()) {
            return changedPart(text, ".", layer);
        }
        if (text.indexOf('=') > 0 && text.indexOf('=') < text.length() - 2) {
            return changedPart(text, text.indexOf('&') < 0 || random.nextBoolean() ? "=" : "&", layer);
        }
        return text.length() >= SHORTEST_LAYER && BASE64URL.matcher(text).matches()
                ? changedLayer(text, layer)
                : changedBytes(text);
    }

    private String changedJson(String text, int layer) {
        JsonNode value;
        try {
            value = Json.parse(text.getBytes(StandardCharsets.ISO_8859_1));
        } catch (ProtocolError e) {
            return changedBytes(text);
        }
        return new String(json.change(value, layer).getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    /** A text within JSON: its own layers, if it has some. */
    private String changedText(String text, int layer) {
        String bytes = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        return new String(changed(bytes, layer + 1).getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    private String changedPart(String text, String separator, int layer) {
        List<String> parts = new ArrayList<>(Arrays.asList(text.split(Pattern.quote(separator), -1)));
        int index = random.nextInt(parts.size());
        switch (random.nextInt(8)) {
            case 0 -> parts.remove(index);
            case 1 -> parts.add(index, pick(parts));
            case 2 -> parts.set(index, pick(parts));
            case 3 -> parts.set(index, pick(Oddities.TEXTS));
            default -> parts.set(index, changed(parts.get(index), layer + 1));
        }
        return String.join(separator, parts);
    }

    private String changedLayer(String text, int layer) {
        try {
            String inner = new String(Base64Url.decode(text), StandardCharsets.ISO_8859_1);
            return Base64Url.encode(changed(inner, layer + 1).getBytes(StandardCharsets.ISO_8859_1));
        } catch (ProtocolError e) {
            return changedBytes(text);
        }
    }

    private String changedBytes(String text) {
        int from = random.nextInt(text.length() + 1);
        int to = Math.min(text.length(), from + 1 + random.nextInt(random.nextInt(4) == 0 ? 64 : 4));
        String head = text.substring(0, from);
        String tail = text.substring(to);
        return switch (random.nextInt(8)) {
            case 0 -> head;
            case 1 -> head + tail;
            case 2 -> head + text.substring(from, to).repeat(1 + random.nextInt(40)) + tail;
            case 3 -> head + pick(Oddities.TEXTS) + tail;
            case 4 -> head + pick(Oddities.TEXTS) + text.substring(from);
            case 5 -> head + beginning(pick(samples)) + tail;
            case 6 -> head + (char) random.nextInt(256) + text.substring(from);
            default -> head + (char) random.nextInt(256) + tail;
        };
    }

    private String beginning(String text) {
        return text.substring(0, random.nextInt(text.length() + 1));
    }

    private <T> T pick(List<T> things) {
        return things.get(random.nextInt(things.size()));
    }
}
