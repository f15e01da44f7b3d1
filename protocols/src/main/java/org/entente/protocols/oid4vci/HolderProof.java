package org.entente.protocols.oid4vci;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.entente.protocols.ProtocolError;
import org.entente.protocols.jose.CompactJws;
import org.entente.protocols.jose.JoseOption;
import org.entente.protocols.jose.PublicJwk;
import org.entente.protocols.jose.Signer;
import org.entente.protocols.json.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The holder's proof of possession of a key, of type {@code jwt} (OID4VCI 1.0 Appendix F.1). The key stands in the
 * header as {@code jwk}: {@code kid} and {@code x5c} name keys that an issuer of ours has no way to know.
 */
public final class HolderProof {
    /** The header's {@code typ}. */
    public static final String TYPE = "openid4vci-proof+jwt";

    /** How old a proof may be; its freshness is the nonce's matter. */
    public static final Duration MAX_AGE = Duration.ofMinutes(10);

    /** How far a holder's clock may run ahead. */
    public static final Duration CLOCK_SKEW = Duration.ofSeconds(60);

    private static final int MAX_LENGTH = 8 * 1024;

    private HolderProof() {}

    /** What became of a proof. */
    public sealed interface Verdict {
        /**
         * It proves possession of the key.
         *
         * @param nonce as the holder gave it: the issuer must still find it fresh
         */
        record Valid(PublicJwk key, String nonce) implements Verdict {}

        /** It proves nothing. */
        record Invalid(String reason) implements Verdict {}
    }

    /**
     * Makes a proof for one key, as an anonymous wallet: without {@code iss} (Appendix F.1, pre-authorized code flow).
     *
     * @param audience the credential issuer identifier
     * @param nonce from the issuer's nonce endpoint, "" of an issuer that has none
     */
    public static String create(Signer key, URI audience, String nonce, Instant now) {
        ObjectNode claims = Json.newObject().put("aud", audience.toString()).put("iat", now.getEpochSecond());
        if (!nonce.isEmpty()) {
            claims.put("nonce", nonce);
        }
        return CompactJws.sign(key, TYPE, claims, JoseOption.KEY);
    }

    /**
     * Verifies a proof (Appendix F.4) except for its nonce.
     *
     * @param audience the credential issuer identifier, which {@code aud} must equal
     */
    public static Verdict verify(String proof, URI audience, Instant now) {
        return verify(proof, audience, "", now);
    }

    /**
     * The same, of a wallet whose name is known.
     *
     * @param clientId which {@code iss} must equal if there is one; "" where the wallet has no name, and its proof therefore no
     *     {@code iss} (Appendix F.1)
     */
    public static Verdict verify(String proof, URI audience, String clientId, Instant now) {
        try {
            CompactJws jws = CompactJws.parse(proof, MAX_LENGTH);
            if (!jws.claims().has("iss")) {
                return verify(jws, audience, now);
            }
            if (clientId.isEmpty()) {
                return new Verdict.Invalid("the proof has an iss, and the token was issued to nobody by name");
            }
            return jws.claims().path("iss").stringValue("").equals(clientId)
                    ? verify(jws, audience, now)
                    : new Verdict.Invalid("the proof is another client's");
        } catch (ProtocolError e) {
            return new Verdict.Invalid(e.publicText());
        }
    }

    private static Verdict verify(CompactJws proof, URI audience, Instant now) {
        if (!proof.type().equals(TYPE)) {
            return new Verdict.Invalid("the proof's typ is not " + TYPE);
        }
        if (proof.header().has("kid") || proof.header().has("x5c")) {
            return new Verdict.Invalid("the proof names its key by jwk alone");
        }
        PublicJwk key = PublicJwk.parse(proof.header().path("jwk"));
        ObjectNode claims = proof.claims();
        if (!claims.path("aud").stringValue("").equals(audience.toString())) {
            return new Verdict.Invalid("the proof is addressed to another issuer");
        }
        if (!isTimely(claims.path("iat"), now)) {
            return new Verdict.Invalid("the proof's iat is missing, too old or in the future");
        }
        JsonNode nonce = claims.path("nonce");
        if (!nonce.isString() || nonce.stringValue().isEmpty()) {
            return new Verdict.Invalid("the proof has no nonce");
        }
        if (!proof.isSignedBy(key)) {
            return new Verdict.Invalid("the proof's signature is not made by its key");
        }
        return new Verdict.Valid(key, nonce.stringValue());
    }

    private static boolean isTimely(JsonNode issuedAt, Instant now) {
        return issuedAt.isIntegralNumber()
                && issuedAt.canConvertToLong()
                && issuedAt.longValue() >= now.minus(MAX_AGE).getEpochSecond()
                && issuedAt.longValue() <= now.plus(CLOCK_SKEW).getEpochSecond();
    }
}
