package org.entente.node.agreements.api;

import java.util.Set;
import org.entente.node.agreements.life.ActJson;
import org.entente.protocols.ProtocolError;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a script says of a suspension: {@code party} (ours by default), {@code direction} (both by default),
 * {@code issuers}, {@code credential_types} (all by default) and {@code cause} (other by default).
 */
final class SuspensionRequest {
    private static final Set<String> MEMBERS = Set.of("party", "direction", "issuers", "credential_types", "cause");

    private SuspensionRequest() {}

    static ActJson.Written parse(ObjectNode body, String ourKey) {
        if (!MEMBERS.containsAll(body.propertyNames())) {
            throw new ProtocolError("invalid_request", "a suspension has the members " + MEMBERS);
        }
        ObjectNode target = body.deepCopy();
        String cause = body.path("cause").asString("other");
        target.remove("cause");
        if (!target.has("party")) {
            target.put("party", ourKey);
        }
        if (!target.has("direction")) {
            target.put("direction", "both");
        }
        return ActJson.suspend(target, cause);
    }
}
