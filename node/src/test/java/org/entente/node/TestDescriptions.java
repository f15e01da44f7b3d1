package org.entente.node;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What the descriptions under {@code openapi/} say. */
public final class TestDescriptions {
    private static final Path FILES = Path.of("..", "openapi");

    private TestDescriptions() {}

    /** The statuses with which an operation is said to answer. */
    public static Set<String> responses(String description, String path, String method) {
        try {
            Map<String, Object> read = new Yaml(new SafeConstructor(new LoaderOptions()))
                    .load(Files.readString(FILES.resolve(description + ".yaml")));
            return in(in(in(in(read, "paths"), path), method), "responses").keySet();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> in(Map<String, Object> object, String name) {
        return (Map<String, Object>) Objects.requireNonNull(object.get(name), name);
    }
}
