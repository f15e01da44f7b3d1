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
import java.util.stream.Collectors;
import org.entente.node.kernel.Secrets;
import org.entente.protocols.json.Json;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/**
 * The closed list of message types: the JSON Schemas in {@code frontier/messages/}, a type being the file's name. They may
 * refer to the schemas of documents that rooms publish ({@code <room>/*.schema.json}) by their {@code $id}; nothing is
 * ever loaded from elsewhere.
 */
@Component
public final class MessageTypes {
    /** Where the schemas lie. */
    static final String SCHEMAS = "classpath*:frontier/messages/*.json";

    /** Where the schemas of documents lie. */
    static final String DOCUMENT_SCHEMAS = "classpath*:*/*.schema.json";

    private static final String SUFFIX = ".json";

    /** Read once: nodes in one process, and a node that starts again in it, have the same files. */
    private static final Map<String, Schema> READ = read();

    private static final Map<String, String> FINGERPRINTS = files(SCHEMAS).entrySet().stream()
            .collect(Collectors.toUnmodifiableMap(
                    schema -> type(schema.getKey()),
                    schema -> Secrets.base64url(Secrets.sha256(Json.canonical(schema.getValue())))));

    MessageTypes() {}

    /** Whether the type is in the list. */
    public boolean includes(String type) {
        return READ.containsKey(type);
    }

    /** The first thing in a body that the type's schema does not allow, in the schema's words; never a value. */
    public Optional<String> objection(String type, ObjectNode body) {
        Schema schema = READ.get(type);
        if (schema == null) {
            return Optional.of("there is no such type");
        }
        return schema.validate(body).stream()
                .findFirst()
                .map(error ->
                        error.getKeyword() + " at " + error.getSchemaLocation().getFragment());
    }

    /** The types, each with the SHA-256 of its schema's canonical form (RFC 8785), base64url; also without a node. */
    public static Map<String, String> known() {
        return FINGERPRINTS;
    }

    private static String type(String file) {
        return file.substring(0, file.length() - SUFFIX.length());
    }

    private static Map<String, Schema> read() {
        Map<String, String> documents = new HashMap<>();
        for (ObjectNode schema : files(DOCUMENT_SCHEMAS).values()) {
            documents.put(schema.path("$id").asString(""), Json.write(schema));
        }
        SchemaRegistry registry = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12,
                builder -> builder.schemas(documents)
                        .schemaRegistryConfig(SchemaRegistryConfig.builder()
                                .formatAssertionsEnabled(true)
                                .build()));
        Map<String, Schema> schemas = new HashMap<>();
        files(SCHEMAS).forEach((name, schema) -> schemas.put(type(name), registry.getSchema(schema)));
        return Map.copyOf(schemas);
    }

    /** The schemas at a place, by the names of their files. */
    static Map<String, ObjectNode> files(String place) {
        Map<String, ObjectNode> files = new HashMap<>();
        try {
            for (Resource file : new PathMatchingResourcePatternResolver().getResources(place)) {
                String name = file.getFilename();
                if (name != null) {
                    files.put(name, Json.object(file.getContentAsByteArray()));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the schemas of the messages cannot be read", e);
        }
        return files;
    }
}
