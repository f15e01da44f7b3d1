package org.entente.protocols.federation;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.entente.protocols.ProtocolError;
import org.entente.protocols.jose.Claims;
import org.entente.protocols.jose.Jwks;
import org.entente.protocols.json.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The claims of an entity statement that are used here (OpenID Federation 1.0 §3.1).
 *
 * @param issuer who speaks
 * @param subject about whom
 * @param keys the subject's federation keys
 * @param authorityHints its superiors; empty for a trust anchor and in a statement about another
 * @param metadata an object for each entity type that the subject has; may be empty
 * @param rules how a superior binds the subject; none in a configuration
 * @param marks in a configuration, the trust marks; none in a statement about another
 */
public record StatementContent(
        URI issuer,
        URI subject,
        Instant issuedAt,
        Instant expiresAt,
        Jwks keys,
        List<URI> authorityHints,
        ObjectNode metadata,
        Rules rules,
        Marks marks) {

    /** A statement without rules and marks. */
    public StatementContent(
            URI issuer,
            URI subject,
            Instant issuedAt,
            Instant expiresAt,
            Jwks keys,
            List<URI> authorityHints,
            ObjectNode metadata) {
        this(issuer, subject, issuedAt, expiresAt, keys, authorityHints, metadata, Rules.NONE, Marks.NONE);
    }

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
        if (!metadata.valueStream()
                .allMatch(type -> type.isObject() && type.valueStream().noneMatch(JsonNode::isNull))) {
            throw new ProtocolError(EntityStatement.ERROR, "metadata have an object for each type, and no null in it");
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
                claims.optionalObject("metadata").orElseGet(Json::newObject),
                Rules.parse(claims),
                Marks.parse(claims));
    }

    /** Whether the entity speaks about itself. */
    public boolean isConfiguration() {
        return issuer.equals(subject);
    }

    /** The claims. */
    public ObjectNode toJson() {
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
        rules.writeTo(json);
        marks.writeTo(json);
        return json;
    }
}
