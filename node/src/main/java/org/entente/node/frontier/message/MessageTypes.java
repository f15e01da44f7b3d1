package org.entente.node.frontier.message;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.entente.protocols.json.Json;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** The closed list of message types: the JSON Schemas in {@code frontier/messages/}, a type being the file's name. */
@Component
public final class MessageTypes {
    /** Where the schemas lie. */
    public static final String SCHEMAS = "classpath*:frontier/messages/*.json";

    private static final String SUFFIX = ".json";

    private final Map<String, Schema> schemas;

    MessageTypes() {
        this.schemas = read();
    }

    /** Whether the type is in the list. */
    public boolean includes(String type) {
        return schemas.containsKey(type);
    }

    /** The first thing in a body that the type's schema does not allow, in the schema's words; never a value. */
    public Optional<String> objection(String type, ObjectNode body) {
        Schema schema = schemas.get(type);
        if (schema == null) {
            return Optional.of("there is no such type");
        }
        return schema.validate(body).stream()
                .findFirst()
                .map(error ->
                        error.getKeyword() + " at " + error.getSchemaLocation().getFragment());
    }

    private static Map<String, Schema> read() {
        SchemaRegistry registry = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12,
                builder -> builder.schemaRegistryConfig(SchemaRegistryConfig.builder()
                        .formatAssertionsEnabled(true)
                        .build()));
        Map<String, Schema> schemas = new HashMap<>();
        try {
            for (Resource file : new PathMatchingResourcePatternResolver().getResources(SCHEMAS)) {
                String name = file.getFilename();
                if (name != null) {
                    String type = name.substring(0, name.length() - SUFFIX.length());
                    schemas.put(type, registry.getSchema(Json.object(file.getContentAsByteArray())));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the schemas of the messages cannot be read", e);
        }
        return Map.copyOf(schemas);
    }
}
