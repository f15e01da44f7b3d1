package org.entente.protocols.oauth;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.entente.protocols.Base64Url;
import org.entente.protocols.ProtocolError;
import org.entente.protocols.jose.CompactJws;
import org.entente.protocols.jose.JoseOption;
import org.entente.protocols.jose.PublicJwk;
import org.entente.protocols.jose.Signer;
import org.entente.protocols.json.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A proof that the sender of a request holds a private key (RFC 9449 §4). That a proof was not used before is the
 * receiver's to know: by {@link #thumbprint} and {@link #jti}.
 */
public final class DpopProof {
    /** The header type of a proof. */
    public static final String TYPE = "dpop+jwt";

    /** The longest proof that is read, in characters. */
    public static final int MAX_LENGTH = 8 * 1024;

    /** The longest identifier of a proof, in characters. */
    public static final int MAX_JTI_LENGTH = 256;

    /** How far the sender's clock may run ahead of ours. */
    public static final Duration MAX_CLOCK_SKEW = Duration.ofSeconds(15);

    private final CompactJws jws;
    private final PublicJwk key;
    private final String jti;
    private final String htm;
    private final String htu;
    private final Instant issuedAt;

    private DpopProof(CompactJws jws, PublicJwk key) {
        this.jws = jws;
        this.key = key;
        this.jti = text("jti");
        this.htm = text("htm");
        this.htu = text("htu");
        JsonNode iat = jws.claims().path("iat");
        if (jti.length() > MAX_JTI_LENGTH || !iat.isNumber() || !iat.canConvertToLong()) {
            throw malformed();
        }
        this.issuedAt = instant(iat.longValue());
    }

    /**
     * Reads a proof; nothing is verified yet.
     *
     * @param compact the value of the {@code DPoP} header
     * @throws ProtocolError {@code invalid_dpop_proof} when it is not a proof, is too long, or its algorithm is not ES256
     */
    public static DpopProof parse(String compact) {
        try {
            CompactJws jws = CompactJws.parse(compact, MAX_LENGTH);
            return new DpopProof(jws, PublicJwk.parse(jws.header().path("jwk")));
        } catch (ProtocolError e) {
            throw malformed();
        }
    }

    /**
     * Checks the proof against the request it came with (RFC 9449 §4.3).
     *
     * @param maxAge how long after its making a proof is taken
     */
    public DpopVerdict verify(DpopExpectation request, Instant now, Duration maxAge) {
        if (!jws.type().equals(TYPE)) {
            return new DpopVerdict.Invalid("the proof's type is not " + TYPE);
        }
        if (!jws.isSignedBy(key)) {
            return new DpopVerdict.Invalid("the proof's signature does not verify");
        }
        if (!htm.equals(request.method())) {
            return new DpopVerdict.Invalid("the proof is for another method");
        }
        Optional<String> target = TargetUri.normalise(htu);
        if (target.isEmpty()
                || !target.equals(TargetUri.normalise(request.target().toString()))) {
            return new DpopVerdict.Invalid("the proof is for another address");
        }
        if (issuedAt.isBefore(now.minus(maxAge)) || issuedAt.isAfter(now.plus(MAX_CLOCK_SKEW))) {
            return new DpopVerdict.Invalid("the proof is too old or from the future");
        }
        if (!request.tokenHash().isEmpty()
                && !jws.claims().path("ath").stringValue("").equals(request.tokenHash())) {
            return new DpopVerdict.Invalid("the proof is for another access token");
        }
        return new DpopVerdict.Valid(thumbprint(), jti, issuedAt);
    }

    /** The identifier that the sender gave the proof. */
    public String jti() {
        return jti;
    }

    /** The server's nonce that the proof carries (RFC 9449 §4.2), "" when it carries none. */
    public String nonce() {
        return jws.claims().path("nonce").stringValue("");
    }

    /** The thumbprint of the key that the proof carries (RFC 7638, SHA-256), to which tokens are bound. */
    public String thumbprint() {
        return key.thumbprint();
    }

    /**
     * Makes a proof.
     *
     * @param method of the request, in capitals
     * @param target the address of the request
     * @param accessToken the token presented with it, "" when none is
     * @param jti never used before with this key
     */
    public static String create(
            Signer signer, String method, String target, String accessToken, String jti, Instant now) {
        String tokenHash = accessToken.isEmpty() ? "" : tokenHash(accessToken);
        return create(signer, new DpopExpectation(method, URI.create(target), tokenHash), "", jti, now);
    }

    /**
     * Makes a proof with a nonce that the server asked for (RFC 9449 §8).
     *
     * @param nonce the server's latest, "" when it gave none
     * @param jti never used before with this key
     */
    public static String create(Signer signer, DpopExpectation request, String nonce, String jti, Instant now) {
        ObjectNode claims = Json.newObject();
        claims.put("jti", jti)
                .put("htm", request.method())
                .put(
                        "htu",
                        TargetUri.normalise(request.target().toString())
                                .orElseThrow(() -> new IllegalArgumentException("a request has an http address")))
                .put("iat", now.getEpochSecond());
        if (!request.tokenHash().isEmpty()) {
            claims.put("ath", request.tokenHash());
        }
        if (!nonce.isEmpty()) {
            claims.put("nonce", nonce);
        }
        return CompactJws.sign(signer, TYPE, claims, JoseOption.KEY);
    }

    /** The hash of an access token as a proof names it, {@code ath} (RFC 9449 §4.2). */
    public static String tokenHash(String accessToken) {
        try {
            return Base64Url.encode(
                    MessageDigest.getInstance("SHA-256").digest(accessToken.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private String text(String claim) {
        String value = jws.claims().path(claim).stringValue("");
        if (value.isEmpty()) {
            throw malformed();
        }
        return value;
    }

    private static Instant instant(long seconds) {
        return Instant.ofEpochSecond(Math.clamp(seconds, 0, Integer.MAX_VALUE * 2L));
    }

    private static ProtocolError malformed() {
        return new ProtocolError(OAuthErrors.INVALID_DPOP_PROOF, "the DPoP proof is malformed");
    }
}
