package org.entente.protocols.federation;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.entente.protocols.ProtocolError;
import org.entente.protocols.jose.Claims;
import org.entente.protocols.jose.CompactJws;
import org.entente.protocols.jose.Jwks;
import org.entente.protocols.jose.Signer;
import org.entente.protocols.json.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What an issuer says of an entity: that it meets a set of criteria (OpenID Federation 1.0 §7). Reading one proves nothing:
 * {@link #verify} does. A delegation is read by nobody here, and a mark that has one is refused rather than half verified.
 */
public final class TrustMark {
    /** The header's {@code typ}. */
    public static final String TYPE = "trust-mark+jwt";

    /** The media type of a mark over HTTP. */
    public static final String MEDIA_TYPE = "application/" + TYPE;

    /** The code of the error for anything that is not a trust mark. */
    public static final String ERROR = "invalid_trust_mark";

    private final CompactJws jws;
    private final Content content;

    private TrustMark(CompactJws jws, Content content) {
        this.jws = jws;
        this.content = content;
    }

    /**
     * What a mark says.
     *
     * @param issuer who says it
     * @param subject of whom
     * @param markType what the criteria are called: a URL
     * @param expiresAt {@link Instant#MAX} when it does not end by itself
     * @param reference where people read about it
     */
    public record Content(
            URI issuer, URI subject, String markType, Instant issuedAt, Instant expiresAt, URI reference) {
        /** @throws ProtocolError when it would end before it begins */
        public Content {
            if (!expiresAt.isAfter(issuedAt)) {
                throw new ProtocolError(ERROR, "a trust mark ends after it begins");
            }
        }
    }

    /** Whether a mark may be believed (§7.3). */
    public enum Verdict {
        /** It is genuine and of this time; whether it was withdrawn, its issuer's status endpoint says. */
        VALID,
        /** It is borne by another entity than it is about. */
        SUBJECT,
        /** It begins later. */
        NOT_YET,
        /** It has ended. */
        EXPIRED,
        /** No key of the issuer's that the header names made the signature. */
        SIGNATURE,
        /** It rests on a delegation. */
        DELEGATED
    }

    /**
     * Reads a mark.
     *
     * @throws ProtocolError {@code invalid_trust_mark} when it is none: another {@code typ}, no {@code kid}, or a claim that is
     *     missing or malformed (§7.1)
     */
    public static TrustMark parse(String compact) {
        CompactJws jws = CompactJws.parse(compact);
        if (!jws.type().equals(TYPE)) {
            throw new ProtocolError(ERROR, "the typ of a trust mark is " + TYPE);
        }
        if (jws.keyId().filter(keyId -> !keyId.isEmpty()).isEmpty()) {
            throw new ProtocolError(ERROR, "a trust mark names its key");
        }
        Claims claims = new Claims(jws.claims(), ERROR);
        URI subject = claims.uri("sub");
        return new TrustMark(
                jws,
                new Content(
                        claims.uri("iss"),
                        subject,
                        claims.text("trust_mark_type"),
                        claims.time("iat"),
                        claims.claims().has("exp") ? claims.time("exp") : Instant.MAX,
                        claims.claims().has("ref") ? claims.uri("ref") : subject));
    }

    /** Signs a mark; the key's name goes into the header (§7). */
    public static TrustMark sign(Content content, Signer signer) {
        ObjectNode claims = Json.newObject()
                .put("iss", content.issuer().toString())
                .put("sub", content.subject().toString())
                .put("trust_mark_type", content.markType())
                .put("iat", content.issuedAt().getEpochSecond());
        if (!content.expiresAt().equals(Instant.MAX)) {
            claims.put("exp", content.expiresAt().getEpochSecond());
        }
        claims.put("ref", content.reference().toString());
        return parse(CompactJws.sign(signer, TYPE, claims));
    }

    /** What it says. */
    public Content content() {
        return content;
    }

    /** What the criteria are called. */
    public String markType() {
        return content.markType();
    }

    /** Whether the key of the set that the header names made the signature. */
    public boolean isSignedBy(Jwks keys) {
        return jws.keyId().flatMap(keys::find).filter(jws::isSignedBy).isPresent();
    }

    /**
     * The first reason not to believe the mark (§7.3).
     *
     * @param bearer the entity whose configuration has it
     * @param issuerKeys the keys of its issuer, in whom trust has been established before
     */
    public Verdict verify(URI bearer, Jwks issuerKeys, Instant now) {
        if (jws.claims().has("delegation")) {
            return Verdict.DELEGATED;
        }
        if (!content.subject().equals(bearer)) {
            return Verdict.SUBJECT;
        }
        if (content.issuedAt().isAfter(now.plus(EntityStatement.SKEW))) {
            return Verdict.NOT_YET;
        }
        if (!content.expiresAt().isAfter(now)) {
            return Verdict.EXPIRED;
        }
        return isSignedBy(issuerKeys) ? Verdict.VALID : Verdict.SIGNATURE;
    }

    /** The form in which statements and resolve responses carry marks (§3.1.2, §8.3.2). */
    static ArrayNode array(List<TrustMark> marks) {
        ArrayNode array = Json.newArray();
        marks.forEach(mark ->
                array.addObject().put("trust_mark_type", mark.markType()).put("trust_mark", mark.toString()));
        return array;
    }

    /** The compact form. */
    @Override
    public String toString() {
        return jws.toString();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TrustMark mark && mark.toString().equals(toString());
    }

    @Override
    public int hashCode() {
        return toString().hashCode();
    }
}
