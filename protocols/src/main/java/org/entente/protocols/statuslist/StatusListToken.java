package org.entente.protocols.statuslist;

import java.net.URI;
import java.security.interfaces.ECPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.entente.protocols.ProtocolError;
import org.entente.protocols.jose.CompactJws;
import org.entente.protocols.jose.JoseOption;
import org.entente.protocols.jose.Signer;
import org.entente.protocols.json.Json;
import org.entente.protocols.statuslist.StatusListVerdict.Refused;
import org.entente.protocols.statuslist.StatusListVerdict.Step;
import org.entente.protocols.statuslist.StatusListVerdict.Valid;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A status list under its issuer's signature (Token Status List §5.1). */
public final class StatusListToken {
    /** The {@code typ} of the token. */
    public static final String TYPE = "statuslist+jwt";

    /** The media type of the token over HTTP (§8.1). */
    public static final String MEDIA_TYPE = "application/statuslist+jwt";

    /** The longest token that is read, in characters: an incompressible list of two million one-bit statuses. */
    public static final int MAX_LENGTH = 512 * 1024;

    /** How far the clocks of two governments may differ. */
    public static final Duration CLOCK_SKEW = Duration.ofSeconds(60);

    private StatusListToken() {}

    /**
     * Signs a list; the header carries the signer's certificates, or its key id when it has none.
     *
     * @param uri where the token is published
     * @param issuedAt when it is signed, to the second
     * @param expiresAt when it ends, to the second
     * @param timeToLive how long a reader may keep it before fetching again, to the second
     */
    public static String sign(
            Signer signer, URI uri, StatusList list, Instant issuedAt, Instant expiresAt, Duration timeToLive) {
        ObjectNode claims = Json.newObject()
                .put("sub", uri.toString())
                .put("iat", issuedAt.getEpochSecond())
                .put("exp", expiresAt.getEpochSecond())
                .put("ttl", timeToLive.toSeconds());
        claims.set("status_list", list.toJson());
        JoseOption option = signer.certificates().isEmpty() ? JoseOption.KEY_ID : JoseOption.CERTIFICATES;
        return CompactJws.sign(signer, TYPE, claims, option);
    }

    /** Reads a token's envelope, for instance to learn its certificates; see {@link CompactJws#parse(String)}. */
    public static CompactJws parse(String token) {
        return CompactJws.parse(token, MAX_LENGTH);
    }

    /**
     * Verifies a token (§8.3).
     *
     * @param uri where the credential says that its status stands; must be the token's subject
     */
    public static StatusListVerdict verify(String token, ECPublicKey key, URI uri, Instant now) {
        try {
            return verify(parse(token), key, uri, now);
        } catch (ProtocolError e) {
            return new Refused(Step.FORM, e.publicText());
        }
    }

    private static StatusListVerdict verify(CompactJws token, ECPublicKey key, URI uri, Instant now) {
        if (!token.type().equals(TYPE)) {
            return new Refused(Step.TYPE, "the typ is not " + TYPE);
        }
        if (!token.isSignedBy(key)) {
            return new Refused(Step.SIGNATURE, "the key did not sign this");
        }
        ObjectNode claims = token.claims();
        if (!claims.path("sub").stringValue("").equals(uri.toString())) {
            return new Refused(Step.SUBJECT, "the token is of another list");
        }
        Instant issuedAt = time(claims, "iat")
                .orElseThrow(() -> new ProtocolError("invalid_request", "a status list token says when it was made"));
        Optional<Instant> expiresAt = time(claims, "exp");
        Optional<Duration> timeToLive = seconds(claims, "ttl").map(Duration::ofSeconds);
        Valid valid = new Valid(StatusList.parse(claims.path("status_list")), issuedAt, expiresAt, timeToLive);
        if (valid.isFromTheFuture(now)) {
            return new Refused(Step.VALIDITY, "made in the future");
        }
        return valid.isOver(now) ? new Refused(Step.VALIDITY, "expired") : valid;
    }

    private static Optional<Instant> time(ObjectNode claims, String name) {
        return seconds(claims, name).map(Instant::ofEpochSecond);
    }

    private static Optional<Long> seconds(ObjectNode claims, String name) {
        JsonNode value = claims.path(name);
        if (value.isMissingNode()) {
            return Optional.empty();
        }
        if (!value.isIntegralNumber()
                || !value.canConvertToLong()
                || value.longValue() < 0
                || value.longValue() > Instant.MAX.getEpochSecond()) {
            throw new ProtocolError("invalid_request", "the claim " + name + " is not a time");
        }
        return Optional.of(value.longValue());
    }
}
