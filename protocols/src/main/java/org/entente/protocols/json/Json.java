package org.entente.protocols.json;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.entente.protocols.ProtocolError;
import org.erdtman.jcs.JsonCanonicalizer;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * Strict JSON: UTF-8 and nothing else, a name once in an object, text that is Unicode, numbers that a double can hold
 * (I-JSON, RFC 7493 §2), nesting and lengths bounded, nothing after the value. What is read can be written, and reads
 * back as the same. Text does not hold U+0000, with which PostgreSQL and C would end it.
 */
public final class Json {
    /** The deepest nesting that is read. */
    public static final int MAX_DEPTH = 32;

    /** The longest number that is read, in characters. */
    public static final int MAX_NUMBER_LENGTH = 64;

    /** The longest document that is read, in bytes or characters. */
    public static final int MAX_LENGTH = 4 * 1024 * 1024;

    /** The largest whole number that a double holds with every smaller one (RFC 7493 §2.2). */
    private static final long MAX_EXACT = 1L << 53;

    /** The smallest number that the canonical form writes with an exponent. */
    private static final double FIRST_WITH_EXPONENT = 1e21;

    private static final char REPLACEMENT = '\uFFFD';

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .maxNumberLength(MAX_NUMBER_LENGTH)
                            .maxStringLength(MAX_LENGTH)
                            .maxDocumentLength(MAX_LENGTH)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Json() {}

    /**
     * Reads one JSON value.
     *
     * @throws ProtocolError {@code invalid_request} when the text is not strict JSON within the limits
     */
    public static JsonNode parse(String text) {
        try {
            return checked(MAPPER.readTree(text));
        } catch (JacksonException e) {
            throw malformed();
        }
    }

    /** Reads one JSON value from UTF-8 bytes; as {@link #parse(String)}. */
    public static JsonNode parse(byte[] utf8) {
        if (utf8.length > MAX_LENGTH) {
            throw malformed();
        }
        String text = new String(utf8, StandardCharsets.UTF_8);
        // Bytes that are not UTF-8 become U+FFFD, which is written otherwise than they were.
        if (text.indexOf(REPLACEMENT) >= 0 && !Arrays.equals(text.getBytes(StandardCharsets.UTF_8), utf8)) {
            throw malformed();
        }
        return parse(text);
    }

    /** Reads one JSON object; as {@link #parse(String)}, and refuses any other value. */
    public static ObjectNode object(String text) {
        return asObject(parse(text));
    }

    /** Reads one JSON object from UTF-8 bytes; as {@link #object(String)}. */
    public static ObjectNode object(byte[] utf8) {
        return asObject(parse(utf8));
    }

    /** Writes a value without insignificant whitespace. */
    public static String write(JsonNode value) {
        return MAPPER.writeValueAsString(value);
    }

    /**
     * The canonical UTF-8 form of a value: the same bytes for the same value everywhere, and for no other (RFC 8785).
     *
     * @throws ProtocolError {@code invalid_request} when it holds a whole number that a double would round
     */
    public static byte[] canonical(JsonNode value) {
        if (!isExact(value)) {
            throw new ProtocolError("invalid_request", "the JSON has a number that would be rounded");
        }
        try {
            return new JsonCanonicalizer(write(value)).getEncodedUTF8();
        } catch (IOException e) {
            throw new ProtocolError("invalid_request", "the JSON has no canonical form", "not canonicalisable");
        }
    }

    /** The UTF-8 bytes of {@link #write}. */
    public static byte[] bytes(JsonNode value) {
        return write(value).getBytes(StandardCharsets.UTF_8);
    }

    public static ObjectNode newObject() {
        return JsonNodeFactory.instance.objectNode();
    }

    public static ArrayNode newArray() {
        return JsonNodeFactory.instance.arrayNode();
    }

    private static JsonNode checked(JsonNode node) {
        if (node.isMissingNode() || !isExchangeable(node)) {
            throw malformed();
        }
        return node;
    }

    /** Whether every text is one and every number finite. Loops, not streams: it sees every node of every document. */
    private static boolean isExchangeable(JsonNode node) {
        return switch (node) {
            case StringNode string -> isText(string.stringValue());
            case ObjectNode object -> {
                for (var member : object.properties()) {
                    if (!isText(member.getKey()) || !isExchangeable(member.getValue())) {
                        yield false;
                    }
                }
                yield true;
            }
            case ArrayNode array -> {
                for (JsonNode element : array) {
                    if (!isExchangeable(element)) {
                        yield false;
                    }
                }
                yield true;
            }
            default -> !node.isFloatingPointNumber() || Double.isFinite(node.doubleValue());
        };
    }

    /** Whether no half of a surrogate pair stands alone and nothing is U+0000. */
    private static boolean isText(String text) {
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (unit == 0) {
                return false;
            }
            if (Character.isSurrogate(unit)
                    && (Character.isLowSurrogate(unit)
                            || ++i == text.length()
                            || !Character.isLowSurrogate(text.charAt(i)))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isExact(JsonNode node) {
        if (node.isIntegralNumber()) {
            return node.canConvertToLong() && node.longValue() >= -MAX_EXACT && node.longValue() <= MAX_EXACT;
        }
        if (node.isFloatingPointNumber()) {
            // Between these it would be written as a whole number, which is not read again (RFC 8785 §3.2.2.3).
            double size = Math.abs(node.doubleValue());
            return size <= MAX_EXACT || size >= FIRST_WITH_EXPONENT;
        }
        return node.valueStream().allMatch(Json::isExact);
    }

    private static ObjectNode asObject(JsonNode node) {
        if (node instanceof ObjectNode object) {
            return object;
        }
        throw new ProtocolError("invalid_request", "a JSON object was expected");
    }

    private static ProtocolError malformed() {
        return new ProtocolError("invalid_request", "the body is not well-formed JSON", "malformed JSON");
    }
}
