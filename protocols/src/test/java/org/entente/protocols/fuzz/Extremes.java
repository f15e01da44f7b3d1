package org.entente.protocols.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.entente.protocols.Base64Url;

/** Inputs of which there is too much: made here, as files they would weigh too much. */
final class Extremes {
    private static final int MANY = 20_000;
    private static final int MEGABYTE = 1024 * 1024;

    private Extremes() {}

    static List<byte[]> all() {
        Stream<String> layered = texts().stream()
                .filter(text -> text.startsWith("[") || text.startsWith("{"))
                .map(Base64Url::encode)
                .flatMap(layer -> Stream.of(
                        "eyJhbGciOiJFUzI1NiJ9." + layer + "." + "A".repeat(86),
                        "eyJhbGciOiJFUzI1NiJ9.e30." + "A".repeat(86) + "~" + layer + "~"));
        return Stream.concat(texts().stream(), layered)
                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                .toList();
    }

    private static List<String> texts() {
        return List.of(
                "",
                "[".repeat(MANY),
                "[".repeat(MANY) + "]".repeat(MANY),
                "{\"a\":".repeat(MANY),
                "{\"a\":".repeat(MANY) + "1" + "}".repeat(MANY),
                "[" + "{},".repeat(MANY) + "{}]",
                "[" + "9".repeat(MANY) + "]",
                "{\"a\":1e" + "9".repeat(MANY) + "}",
                "{\"a\":-0." + "0".repeat(MANY) + "1}",
                "{\"a\":\"" + "x".repeat(MEGABYTE) + "\"}",
                "\"" + "\\u0041".repeat(MANY) + "\"",
                "{" + members(MANY, Extremes::plainName) + "}",
                // Names of one hash: a table that is no more than a list takes the square of their number.
                "{" + members(1 << 14, Extremes::collidingName) + "}",
                "a=b&".repeat(MANY),
                "%".repeat(MANY),
                "%41".repeat(MANY),
                ".".repeat(MEGABYTE),
                "~".repeat(MEGABYTE),
                "W10~".repeat(MANY),
                "A".repeat(5 * MEGABYTE),
                "—".repeat(MANY),
                "\u0000".repeat(MANY),
                "a\n".repeat(MANY),
                "\n".repeat(MANY),
                " ".repeat(MANY),
                "https://" + "a.".repeat(MANY) + "example",
                "https://example/" + "../".repeat(MANY));
    }

    private static String members(int count, IntFunction<String> name) {
        return IntStream.range(0, count)
                .mapToObj(i -> "\"" + name.apply(i) + "\":1")
                .collect(Collectors.joining(","));
    }

    private static String plainName(int index) {
        return "n" + index;
    }

    /** {@code Aa} and {@code BB} have one hash in Java, and so has every text made of them. */
    private static String collidingName(int index) {
        return IntStream.range(0, 14)
                .mapToObj(bit -> (index >> bit & 1) == 0 ? "Aa" : "BB")
                .collect(Collectors.joining());
    }
}
