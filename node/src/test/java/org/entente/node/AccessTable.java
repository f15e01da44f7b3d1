package org.entente.node;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code docs/access.md}: what each route asks for. */
final class AccessTable {
    private static final Path FILE = Path.of("..", "docs", "access.md");

    private AccessTable() {}

    /** The rows {@code | `GET /path` | need |}. */
    static Map<String, String> read() {
        try (Stream<String> lines = Files.lines(FILE)) {
            return lines.filter(line -> line.startsWith("| `"))
                    .map(line -> line.split("\\|"))
                    .collect(Collectors.toMap(
                            cells -> cells[1].strip().replace("`", ""),
                            cells -> cells[2].strip().replace("`", ""),
                            (one, other) -> {
                                throw new IllegalStateException("a route stands twice in the table");
                            },
                            TreeMap::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
