package org.entente.protocols.federation;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.entente.protocols.ProtocolError;
import org.entente.protocols.jose.Claims;
import org.entente.protocols.jose.Jwks;
import org.entente.protocols.json.Json;
import tools.jackson.databind.node.ObjectNode;

/**
 * The claims of an entity statement that are used here (OpenID Federation 1.0 §3.1).
 *
 * @param issuer who speaks
 * @param subject about whom
 * @param keys the subject's federation keys
 * @param authorityHints its superiors; empty for a trust anchor and in a statement about another
 * @param metadata an object for each entity type that the subject has; may be empty
 */
public record StatementContent(
        URI issuer,
        URI subject,
        Instant issuedAt,
        Instant expiresAt,
        Jwks keys,
        List<URI> authorityHints,
        ObjectNode metadata) {

    /** @throws ProtocolError when there are no keys, or the statement would end before it begins */
    public StatementContent {
        authorityHints = List.copyOf(authorityHints);
        metadata = metadata.deepCopy();
        if (keys.keys().isEmpty()) {
            throw new ProtocolError(EntityStatement.ERROR, "an entity has at least one key");
        }
        if (!expiresAt.isAfter(issuedAt)) {
            throw new ProtocolError(EntityStatement.ERROR, "an entity statement ends after it begins");
        }
    }

    static StatementContent parse(Claims claims) {
        return new StatementContent(
                claims.uri("iss"),
                claims.uri("sub"),
                claims.time("iat"),
                claims.time("exp"),
                Jwks.parse(claims.object("jwks")),
                claims.uris("authority_hints", EntityStatement.MAX_SUPERIORS),
                claims.optionalObject("metadata").orElseGet(Json::newObject));
    }

    /** Whether the entity speaks about itself. */
    public boolean isConfiguration() {
        return issuer.equals(subject);
    }

    ObjectNode toJson() {
        ObjectNode json = Json.newObject()
                .put("iss", issuer.toString())
                .put("sub", subject.toString())
                .put("iat", issuedAt.getEpochSecond())
                .put("exp", expiresAt.getEpochSecond());
        json.set("jwks", keys.toJson());
        if (!authorityHints.isEmpty()) {
            json.set("authority_hints", EntityStatement.texts(authorityHints));
        }
        if (!metadata.isEmpty()) {
            json.set("metadata", metadata.deepCopy());
        }
        return json;
    }
}
