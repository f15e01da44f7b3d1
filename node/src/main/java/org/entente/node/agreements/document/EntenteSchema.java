package org.entente.node.agreements.document;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.entente.protocols.ProtocolError;
import org.entente.protocols.json.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The published JSON Schema of the document, and of one party in it. */
public final class EntenteSchema {
    /** Where the schema lies among the application's resources. */
    public static final String RESOURCE = "/agreements/entente-1.schema.json";

    private static final String INVALID = "invalid_entente";
    private static final int MAX_NAME = 63;
    /** What a text that is being written need not keep yet. */
    private static final Set<String> LATER =
            Set.of("required", "pattern", "minItems", "minProperties", "uniqueItems", "if", "then", "else");

    /** What is read already while a text is being written, so that it must have its form where it is there. */
    private static final List<String> FORMED = List.of("number", "instant");

    private static final EntenteSchema INSTANCE = new EntenteSchema(Json.object(load()));

    private final Schema document;
    private final Schema draft;
    private final Schema party;
    private final Schema keys;
    private final Map<String, Schema> clauses;

    private EntenteSchema(ObjectNode schema) {
        SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
        this.document = registry.getSchema(schema);
        this.draft = registry.getSchema(ofDrafts(schema));
        this.party = registry.getSchema(definition(schema, "#/$defs/party"));
        this.keys = registry.getSchema(definition(schema, "#/$defs/party/properties/keys"));
        this.clauses = schema.at("/$defs/clause/oneOf")
                .valueStream()
                .map(option -> option.path("$ref").stringValue())
                .collect(Collectors.toUnmodifiableMap(
                        reference -> kind(schema, reference),
                        reference -> registry.getSchema(definition(schema, reference))));
    }

    /** The same members with values of the same kinds; none is needed yet. */
    private static ObjectNode ofDrafts(ObjectNode schema) {
        ObjectNode draft = schema.deepCopy();
        draft.remove("$id");
        loosen(draft);
        FORMED.forEach(name -> ((ObjectNode) draft.path("$defs").path(name))
                .set("pattern", schema.path("$defs").path(name).path("pattern")));
        ObjectNode properties = (ObjectNode) draft.path("properties");
        properties.remove(List.of("schema", "id", "version", "supersedes"));
        properties.putObject("name").put("type", "string").put("maxLength", MAX_NAME);
        return draft;
    }

    /** No member of a document is called as one of these words. */
    private static void loosen(JsonNode schema) {
        if (schema instanceof ObjectNode object) {
            object.remove(LATER);
            if (object.has("oneOf")) {
                object.set("anyOf", object.remove("oneOf"));
            }
        }
        schema.forEach(EntenteSchema::loosen);
    }

    private static String kind(ObjectNode schema, String reference) {
        return schema.at(reference.substring(1)).at("/properties/kind/const").stringValue();
    }

    private static ObjectNode definition(ObjectNode schema, String reference) {
        ObjectNode definition = Json.newObject().put("$ref", reference);
        definition.set("$defs", schema.path("$defs"));
        return definition;
    }

    /** The schema's bytes, to publish. */
    public static byte[] load() {
        try (InputStream resource = EntenteSchema.class.getResourceAsStream(RESOURCE)) {
            if (resource == null) {
                throw new IllegalStateException("the application has no " + RESOURCE);
            }
            return resource.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws ProtocolError {@code invalid_entente} when the value is not valid */
    static void requireDocument(JsonNode json) {
        List<Error> errors = INSTANCE.document.validate(json);
        if (!errors.isEmpty()) {
            requireClauses(json.path("clauses"));
            throw wrong("the document", errors);
        }
    }

    /**
     * Of a text that is being written: what is there has its place and kind.
     *
     * @throws ProtocolError {@code invalid_entente} when it has not
     */
    public static void requireDraft(ObjectNode json) {
        List<Error> errors = INSTANCE.draft.validate(json);
        if (!errors.isEmpty()) {
            throw wrong("the draft", errors);
        }
    }

    /** @throws ProtocolError {@code invalid_entente} when the value is not valid */
    static void requireParty(JsonNode json) {
        List<Error> errors = INSTANCE.party.validate(json);
        if (!errors.isEmpty()) {
            throw wrong("the party", errors);
        }
    }

    /** @throws ProtocolError {@code invalid_entente} when the value is not valid */
    static void requireKeys(JsonNode json) {
        List<Error> errors = INSTANCE.keys.validate(json);
        if (!errors.isEmpty()) {
            throw wrong("the keys", errors);
        }
    }

    /** Says what is wrong with a clause by the schema of its own kind, not by all that it is not. */
    private static void requireClauses(JsonNode clauses) {
        for (JsonNode clause : clauses) {
            Schema schema = INSTANCE.clauses.get(clause.path("kind").asString(""));
            if (schema == null) {
                throw new ProtocolError(INVALID, "a clause is of no kind that there is");
            }
            List<Error> errors = schema.validate(clause);
            if (!errors.isEmpty()) {
                throw wrong("a clause of the kind " + clause.path("kind").stringValue(), errors);
            }
        }
    }

    private static ProtocolError wrong(String what, List<Error> errors) {
        Error first = errors.getFirst();
        // A member that the schema knows is named; one that it does not know may be called anything.
        boolean known = first.getProperty() != null && first.getKeyword().equals("required");
        String member = known ? " " + first.getProperty() : "";
        return new ProtocolError(
                INVALID,
                what + " breaks its schema at " + first.getInstanceLocation() + " (" + first.getKeyword() + member
                        + ")");
    }
}
