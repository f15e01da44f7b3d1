package org.entente.protocols.federation;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.entente.protocols.ProtocolError;
import org.entente.protocols.jose.Claims;
import org.entente.protocols.jose.CompactJws;
import org.entente.protocols.jose.Jwks;
import org.entente.protocols.jose.PublicJwk;
import org.entente.protocols.jose.Signer;
import org.entente.protocols.json.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The keys with which an entity signed before, so that what they signed can still be verified (OpenID Federation 1.0 §8.7).
 *
 * @param issuer the entity
 */
public record HistoricalKeys(URI issuer, Instant issuedAt, List<FormerKey> keys) {
    /** The header's {@code typ}. */
    public static final String TYPE = "jwk-set+jwt";

    /** The media type over HTTP. */
    public static final String MEDIA_TYPE = "application/" + TYPE;

    /** The code of the error for anything that is not a set of former keys. */
    public static final String ERROR = "invalid_historical_keys";

    /** Why a key must no longer be believed (§8.7.3). */
    public enum Reason {
        UNSPECIFIED,
        /** Others may have it. */
        COMPROMISED,
        /** Another took its place. */
        SUPERSEDED;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A key that signs no more.
     *
     * @param usedFrom when it was made
     * @param usedUntil after this it must not be believed to have signed
     * @param revocation when it was given up before its time, and why; empty when it simply ended
     */
    public record FormerKey(PublicJwk key, Instant usedFrom, Instant usedUntil, List<Revocation> revocation) {
        public FormerKey {
            revocation = List.copyOf(revocation);
        }

        /** Whether it could sign at a moment. */
        public boolean countsAt(Instant instant) {
            return !instant.isBefore(usedFrom)
                    && instant.isBefore(usedUntil)
                    && revocation.stream().noneMatch(given -> !instant.isBefore(given.at()));
        }
    }

    /** That a key must not be believed from a moment on. */
    public record Revocation(Instant at, Reason reason) {}

    public HistoricalKeys {
        keys = List.copyOf(keys);
    }

    /** The key of this name, if it could sign at a moment. */
    public Optional<PublicJwk> find(String keyId, Instant signedAt) {
        return keys.stream()
                .filter(former -> former.key().keyId().equals(keyId) && former.countsAt(signedAt))
                .map(FormerKey::key)
                .findFirst();
    }

    /** Signs the set; the signing key's name goes into the header. */
    public String sign(Signer signer) {
        ObjectNode claims = Json.newObject().put("iss", issuer.toString()).put("iat", issuedAt.getEpochSecond());
        ArrayNode array = claims.putArray("keys");
        for (FormerKey former : keys) {
            ObjectNode json = former.key().toJson();
            json.put("iat", former.usedFrom().getEpochSecond())
                    .put("exp", former.usedUntil().getEpochSecond());
            former.revocation()
                    .forEach(given -> json.putObject("revoked")
                            .put("revoked_at", given.at().getEpochSecond())
                            .put("reason", given.reason().word()));
            array.add(json);
        }
        return CompactJws.sign(signer, TYPE, claims);
    }

    /**
     * Reads a set, whose signature is another question.
     *
     * @throws ProtocolError {@code invalid_historical_keys} when it is none
     */
    public static HistoricalKeys parse(CompactJws jws) {
        if (!jws.type().equals(TYPE) || jws.keyId().isEmpty()) {
            throw new ProtocolError(ERROR, "the typ of former keys is " + TYPE + ", and they name their key");
        }
        Claims claims = new Claims(jws.claims(), ERROR);
        if (!(claims.claims().path("keys") instanceof ArrayNode array) || array.size() > Jwks.MAX_KEYS) {
            throw new ProtocolError(ERROR, "former keys are an array of at most " + Jwks.MAX_KEYS);
        }
        List<FormerKey> keys = new ArrayList<>();
        array.forEach(key -> keys.add(key(key)));
        return new HistoricalKeys(claims.uri("iss"), claims.time("iat"), keys);
    }

    private static FormerKey key(JsonNode json) {
        if (!(json instanceof ObjectNode object)) {
            throw new ProtocolError(ERROR, "a former key is an object");
        }
        Claims claims = new Claims(object, ERROR);
        return new FormerKey(
                PublicJwk.parse(object),
                object.has("iat") ? claims.time("iat") : Instant.EPOCH,
                claims.time("exp"),
                claims.optionalObject("revoked").stream()
                        .map(HistoricalKeys::revocation)
                        .toList());
    }

    private static Revocation revocation(ObjectNode json) {
        Claims claims = new Claims(json, ERROR);
        Reason reason = Arrays.stream(Reason.values())
                .filter(known -> known.word().equals(json.path("reason").stringValue("")))
                .findFirst()
                .orElse(Reason.UNSPECIFIED);
        return new Revocation(claims.time("revoked_at"), reason);
    }
}
