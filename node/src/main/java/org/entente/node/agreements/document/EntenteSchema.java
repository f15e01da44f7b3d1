package org.entente.node.agreements.document;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.entente.protocols.ProtocolError;
import org.entente.protocols.json.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The published JSON Schema of the document, and of one party in it. */
public final class EntenteSchema {
    /** Where the schema lies among the application's resources. */
    public static final String RESOURCE = "/agreements/entente-1.schema.json";

    private static final EntenteSchema INSTANCE = new EntenteSchema(Json.object(load()));

    private final Schema document;
    private final Schema party;

    private EntenteSchema(ObjectNode schema) {
        SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
        this.document = registry.getSchema(schema);
        ObjectNode ofParty = Json.newObject().put("$ref", "#/$defs/party");
        ofParty.set("$defs", schema.path("$defs"));
        this.party = registry.getSchema(ofParty);
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
        require(INSTANCE.document, json);
    }

    /** @throws ProtocolError {@code invalid_entente} when the value is not valid */
    static void requireParty(JsonNode json) {
        require(INSTANCE.party, json);
    }

    private static void require(Schema schema, JsonNode json) {
        List<Error> errors = schema.validate(json);
        if (!errors.isEmpty()) {
            Error first = errors.getFirst();
            throw new ProtocolError(
                    "invalid_entente",
                    "the document breaks its schema at " + first.getInstanceLocation() + " (" + first.getKeyword()
                            + ")");
        }
    }
}
