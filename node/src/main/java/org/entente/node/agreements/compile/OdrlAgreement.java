package org.entente.node.agreements.compile;

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
import tools.jackson.databind.node.ObjectNode;

/**
 * An ODRL 2.2 agreement in the profile of ententes, a closed one: whatever it does not know is refused and never dropped,
 * since a reader that passes over a prohibition permits what nobody signed.
 *
 * @param json the agreement, valid in the profile
 */
record OdrlAgreement(ObjectNode json) {
    /** The profile's name. */
    static final String PROFILE = "urn:entente:odrl-profile:1";

    private static final String RESOURCE = "/agreements/odrl-profile-1.schema.json";
    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(Json.object(profile()));

    /** @throws ProtocolError {@code invalid_odrl} with the first place that the profile does not know */
    OdrlAgreement {
        json = json.deepCopy();
        List<Error> errors = SCHEMA.validate(json);
        if (!errors.isEmpty()) {
            throw new ProtocolError(
                    "invalid_odrl",
                    "the agreement is not in the profile " + PROFILE + ": "
                            + errors.getFirst().getInstanceLocation());
        }
    }

    /** A copy of the agreement. */
    @Override
    public ObjectNode json() {
        return json.deepCopy();
    }

    /** The profile's schema, to publish. */
    static byte[] profile() {
        try (InputStream resource = OdrlAgreement.class.getResourceAsStream(RESOURCE)) {
            if (resource == null) {
                throw new IllegalStateException("the application has no " + RESOURCE);
            }
            return resource.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
