package org.entente.protocols.federation;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.entente.protocols.ProtocolError;
import org.entente.protocols.jose.Claims;
import org.entente.protocols.jose.CompactJws;
import org.entente.protocols.jose.Signer;
import org.entente.protocols.json.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a resolver found out about an entity (OpenID Federation 1.0 §8.3).
 *
 * @param issuer the resolver
 * @param subject the entity
 * @param expiresAt when the chain ends
 * @param metadata what the entity's superiors leave of its metadata
 * @param chain the entity's configuration first, the anchor's last
 * @param marks its trust marks that were verified
 */
public record ResolveResponse(
        URI issuer,
        URI subject,
        Instant issuedAt,
        Instant expiresAt,
        ObjectNode metadata,
        List<EntityStatement> chain,
        List<TrustMark> marks) {
    /** The header's {@code typ}. */
    public static final String TYPE = "resolve-response+jwt";

    /** The media type over HTTP. */
    public static final String MEDIA_TYPE = "application/" + TYPE;

    /** The code of the error for anything that is not a resolve response. */
    public static final String ERROR = "invalid_resolve_response";

    /** The longest response that is read, in characters: a chain and its marks, encoded once more. */
    public static final int MAX_LENGTH = 1024 * 1024;

    public ResolveResponse {
        metadata = metadata.deepCopy();
        chain = List.copyOf(chain);
        marks = List.copyOf(marks);
        if (chain.isEmpty() || !chain.getFirst().subject().equals(subject)) {
            throw new ProtocolError(ERROR, "the chain begins with the entity's configuration");
        }
    }

    /** Signs it; the key's name goes into the header. */
    public String sign(Signer signer) {
        ObjectNode claims = Json.newObject()
                .put("iss", issuer.toString())
                .put("sub", subject.toString())
                .put("iat", issuedAt.getEpochSecond())
                .put("exp", expiresAt.getEpochSecond());
        claims.set("metadata", metadata);
        ArrayNode statements = claims.putArray("trust_chain");
        chain.forEach(statement -> statements.add(statement.toString()));
        if (!marks.isEmpty()) {
            claims.set("trust_marks", TrustMark.array(marks));
        }
        return CompactJws.sign(signer, TYPE, claims);
    }

    /**
     * Reads one, whose signature is another question: whoever believes it trusts the resolver (§8.3.3).
     *
     * @throws ProtocolError {@code invalid_resolve_response} when it is none
     */
    public static ResolveResponse parse(CompactJws jws) {
        if (!jws.type().equals(TYPE) || jws.keyId().isEmpty()) {
            throw new ProtocolError(ERROR, "the typ of a resolve response is " + TYPE + ", and it names its key");
        }
        Claims claims = new Claims(jws.claims(), ERROR);
        List<EntityStatement> chain = new ArrayList<>();
        list(claims, "trust_chain", TrustChain.MAX_LENGTH)
                .forEach(statement -> chain.add(EntityStatement.parse(statement.stringValue(""))));
        List<TrustMark> marks = new ArrayList<>();
        list(claims, "trust_marks", Marks.MAX_MARKS)
                .forEach(mark ->
                        marks.add(TrustMark.parse(mark.path("trust_mark").stringValue(""))));
        return new ResolveResponse(
                claims.uri("iss"),
                claims.uri("sub"),
                claims.time("iat"),
                claims.time("exp"),
                claims.object("metadata"),
                chain,
                marks);
    }

    private static JsonNode list(Claims claims, String name, int limit) {
        JsonNode list = claims.claims().path(name);
        if (!list.isMissingNode() && (!list.isArray() || list.size() > limit)) {
            throw new ProtocolError(ERROR, "the claim " + name + " is not what it should be");
        }
        return list;
    }
}
