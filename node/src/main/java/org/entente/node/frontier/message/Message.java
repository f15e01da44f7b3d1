package org.entente.node.frontier.message;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.entente.node.kernel.Origins;
import org.entente.protocols.ProtocolError;
import org.entente.protocols.jose.Claims;
import org.entente.protocols.jose.CompactJws;
import org.entente.protocols.jose.Signer;
import org.entente.protocols.json.Json;
import tools.jackson.databind.node.ObjectNode;

/**
 * A message from one government to another. Its header and claims are a closed set, so that nothing travels beside the
 * body, and the body is what the schema of its type allows.
 *
 * @param sender the entity identifier of the node that signs
 * @param recipient the entity identifier of the node it is for
 * @param id names it once and for all ({@code jti}, RFC 7519 §4.1.7)
 * @param expiresAt when it is no longer to be taken
 * @param type a type of the closed list
 */
public record Message(
        URI sender, URI recipient, UUID id, Instant issuedAt, Instant expiresAt, String type, ObjectNode body) {
    /** The header's {@code typ}. */
    public static final String TYPE = "entente-message+jwt";

    /** The media type over HTTP. */
    public static final String MEDIA_TYPE = "application/" + TYPE;

    /** How long delivery is tried. */
    public static final Duration LIFETIME = Duration.ofDays(7);

    /** How far another's clock may be ahead of ours. */
    public static final Duration SKEW = Duration.ofSeconds(60);

    static final String ERROR = "invalid_message";
    private static final Set<String> HEADER = Set.of("alg", "typ", "kid");
    private static final Set<String> CLAIMS = Set.of("iss", "aud", "jti", "iat", "exp", "type", "body");

    /**
     * Reads a message; proves nothing.
     *
     * @throws ProtocolError {@code invalid_message}
     */
    public static Message parse(CompactJws jws) {
        requireOnly(jws, TYPE, HEADER, CLAIMS);
        Claims claims = new Claims(jws.claims(), ERROR);
        Message message = new Message(
                origin(claims, "iss"),
                origin(claims, "aud"),
                id(claims),
                claims.time("iat"),
                claims.time("exp"),
                claims.text("type"),
                claims.object("body"));
        if (message.expiresAt.isAfter(message.issuedAt.plus(LIFETIME))
                || !message.expiresAt.isAfter(message.issuedAt)) {
            throw malformed("a message expires within " + LIFETIME.toDays() + " days");
        }
        return message;
    }

    /** The compact, signed form. */
    public String sign(Signer signer) {
        ObjectNode claims = Json.newObject()
                .put("iss", sender.toString())
                .put("aud", recipient.toString())
                .put("jti", id.toString())
                .put("iat", issuedAt.getEpochSecond())
                .put("exp", expiresAt.getEpochSecond())
                .put("type", type);
        claims.set("body", body);
        return CompactJws.sign(signer, TYPE, claims);
    }

    /** Whether it was made before now and has not ended. */
    public boolean isCurrent(Instant now) {
        return !issuedAt.isAfter(now.plus(SKEW)) && expiresAt.isAfter(now);
    }

    static void requireOnly(CompactJws jws, String type, Set<String> header, Set<String> claims) {
        if (!jws.type().equals(type)) {
            throw malformed("the typ is " + type);
        }
        if (!header.containsAll(jws.header().propertyNames())
                || !claims.containsAll(jws.claims().propertyNames())) {
            throw malformed("there is a member that has no place here");
        }
        jws.requirePlainHeader();
    }

    static URI origin(Claims claims, String name) {
        URI origin = claims.uri(name);
        if (!Origins.isOrigin(origin)) {
            throw malformed("the claim " + name + " is the entity identifier of a node");
        }
        return origin;
    }

    static UUID id(Claims claims) {
        String text = claims.text("jti");
        try {
            UUID id = UUID.fromString(text);
            if (id.toString().equals(text)) {
                return id;
            }
            throw malformed("the claim jti is a UUID");
        } catch (IllegalArgumentException e) {
            throw malformed("the claim jti is a UUID");
        }
    }

    private static ProtocolError malformed(String text) {
        return new ProtocolError(ERROR, text);
    }
}
