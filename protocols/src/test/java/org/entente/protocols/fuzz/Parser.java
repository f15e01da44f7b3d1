package org.entente.protocols.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.entente.protocols.ProtocolError;
import org.entente.protocols.json.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A reader of bytes from outside.
 *
 * @param name the folder of the corpus that is its own
 * @param samples inputs that it reads
 * @param effort how many times slower than others it is; it meets so many inputs fewer
 * @param read answers what is written of the value that was read, {@code ""} where nothing can be written
 */
public record Parser(String name, List<byte[]> samples, int effort, Function<byte[], Object> read) {
    /** A reader of text. */
    public static Parser ofText(String name, Function<String, Object> read, String... samples) {
        return new Parser(name, bytes(samples), 1, input -> read.apply(new String(input, StandardCharsets.UTF_8)));
    }

    /** A reader of a JSON value that was read before. */
    public static Parser ofJson(String name, Function<JsonNode, Object> read, JsonNode... samples) {
        List<byte[]> texts = List.of(samples).stream().map(Json::bytes).toList();
        return new Parser(name, texts, 1, input -> read.apply(Json.parse(input)));
    }

    /** A reader of a JSON object that was read before. */
    public static Parser ofObject(String name, Function<ObjectNode, Object> read, ObjectNode... samples) {
        List<byte[]> texts = List.of(samples).stream().map(Json::bytes).toList();
        return new Parser(name, texts, 1, input -> read.apply(Json.object(input)));
    }

    /**
     * A reader of what people type, or of files that an operator gives: what it says of what it cannot read is for
     * people, and is put into our one exception here.
     *
     * @param read answers "" where it was read and nothing can be written, nothing where it is refused
     */
    public static Parser ofTyped(String name, Function<String, Optional<?>> read, String... samples) {
        return ofText(
                name,
                text -> read.apply(text).orElseThrow(() -> new ProtocolError("invalid_request", "refused")),
                samples);
    }

    /** The same where reading includes a signature or two. */
    public Parser withSignatures() {
        return new Parser(name, samples, 20, read);
    }

    /** The bytes of what was written, to be read again. */
    static byte[] bytes(Object written) {
        return written instanceof JsonNode json
                ? Json.bytes(json)
                : written.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static List<byte[]> bytes(String... texts) {
        return List.of(texts).stream()
                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                .toList();
    }

    @Override
    public String toString() {
        return name;
    }
}
