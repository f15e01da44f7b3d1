package org.entente.protocols.federation;

import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import org.entente.protocols.ProtocolError;
import org.entente.protocols.jose.Claims;
import org.entente.protocols.jose.CompactJws;
import org.entente.protocols.jose.Signer;
import org.entente.protocols.json.Json;
import tools.jackson.databind.node.ObjectNode;

/** Whether a trust mark that was issued still counts (OpenID Federation 1.0 §8.4). */
public enum TrustMarkStatus {
    /** It does. */
    ACTIVE,
    /** It has ended. */
    EXPIRED,
    /** It was withdrawn, for good or for a while. */
    REVOKED,
    /** It is none that its issuer made as it is. */
    INVALID;

    /** The header's {@code typ} of an answer. */
    public static final String TYPE = "trust-mark-status-response+jwt";

    /** The media type of an answer over HTTP. */
    public static final String MEDIA_TYPE = "application/" + TYPE;

    /** The code of the error for anything that is not an answer. */
    public static final String ERROR = "invalid_trust_mark_status";

    /**
     * A signed answer (§8.4.2).
     *
     * @param issuer of the mark and of the answer
     */
    public record Answer(URI issuer, TrustMark mark, TrustMarkStatus status, Instant issuedAt) {
        /** Signs it; the key's name goes into the header. */
        public String sign(Signer signer) {
            ObjectNode claims = Json.newObject()
                    .put("iss", issuer.toString())
                    .put("iat", issuedAt.getEpochSecond())
                    .put("trust_mark", mark.toString())
                    .put("status", status.word());
            return CompactJws.sign(signer, TYPE, claims);
        }

        /**
         * Reads one, whose signature is another question.
         *
         * @throws ProtocolError {@code invalid_trust_mark_status} when it is none
         */
        public static Answer parse(CompactJws jws) {
            if (!jws.type().equals(TYPE)) {
                throw new ProtocolError(ERROR, "the typ of a trust mark's status is " + TYPE);
            }
            Claims claims = new Claims(jws.claims(), ERROR);
            return new Answer(
                    claims.uri("iss"),
                    TrustMark.parse(claims.claims().path("trust_mark").stringValue("")),
                    named(claims.text("status")),
                    claims.time("iat"));
        }
    }

    /** Its name in an answer. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static TrustMarkStatus named(String word) {
        return Arrays.stream(values())
                .filter(status -> status.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new ProtocolError(ERROR, "the status of a trust mark is unknown"));
    }
}
