package org.entente.node.issuance.credential;

import java.util.List;
import java.util.Optional;
import org.entente.node.issuance.CredentialType;
import org.entente.protocols.json.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Which of a record's claims a credential type attests: those that it names, and no others. */
final class AttestedClaims {
    private AttestedClaims() {}

    /** The claims of the type that the record has; empty when a mandatory one is missing. */
    static Optional<ObjectNode> of(CredentialType type, ObjectNode record) {
        ObjectNode claims = Json.newObject();
        for (CredentialType.Claim claim : type.claims()) {
            List<String> segments = claim.path().members();
            JsonNode value = find(record, segments);
            if (value.isMissingNode()) {
                if (claim.mandatory()) {
                    return Optional.empty();
                }
            } else {
                put(claims, segments, value);
            }
        }
        taggedNames(type, record, claims);
        return Optional.of(claims);
    }

    /** A name in another language stands beside it as {@code name#<tag>} (OpenID Connect Core §5.2). */
    private static void taggedNames(CredentialType type, ObjectNode record, ObjectNode claims) {
        record.properties().stream()
                .filter(member -> member.getKey().indexOf('#') > 0)
                .filter(member -> type.claims().stream()
                        .anyMatch(
                                claim -> member.getKey().startsWith(claim.path().first() + "#")))
                .forEach(member -> claims.set(member.getKey(), member.getValue()));
    }

    private static JsonNode find(JsonNode owner, List<String> segments) {
        JsonNode value = owner;
        for (String segment : segments) {
            value = value.path(segment);
        }
        return value;
    }

    private static void put(ObjectNode claims, List<String> segments, JsonNode value) {
        ObjectNode owner = claims;
        for (String segment : segments.subList(0, segments.size() - 1)) {
            owner = owner.path(segment) instanceof ObjectNode inner ? inner : owner.putObject(segment);
        }
        owner.set(segments.getLast(), value);
    }
}
