package org.entente.audit;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.entente.protocols.Base64Url;
import org.entente.protocols.ProtocolError;
import org.entente.protocols.jose.Claims;
import org.entente.protocols.json.Json;
import org.entente.protocols.tlog.Hash;
import tools.jackson.databind.node.ObjectNode;

/**
 * A leaf of the journal as a bundle has it.
 *
 * @param commitment SHA-256 over the salt and the canonical record
 * @param opened what it commits to, where the bundle says it
 */
record BundleLeaf(long position, String stream, String type, Instant hour, byte[] commitment, Optional<Opened> opened) {
    static final String FRONTIER = "frontier";

    private static final String ERROR = "invalid_bundle";
    private static final Set<String> CROSSED = Set.of("message-in", "message-out", "document-in", "document-out");

    /** A record with its salt, and the statement that it is about, "" for a crossing. */
    record Opened(ObjectNode record, byte[] salt, String statement) {}

    /** @throws ProtocolError when the line is no leaf */
    static BundleLeaf parse(ObjectNode line) {
        Claims claims = new Claims(line, ERROR);
        if (!line.path("position").isIntegralNumber() || !line.path("position").canConvertToLong()) {
            throw new ProtocolError(ERROR, "a leaf has a position");
        }
        Optional<Opened> opened = claims.optionalObject("record")
                .map(record -> new Opened(
                        record,
                        Base64Url.decode(claims.text("salt")),
                        line.path("statement").asString("")));
        return new BundleLeaf(
                line.path("position").longValue(),
                claims.text("stream"),
                claims.text("type"),
                Times.instant(claims.text("hour")),
                Base64Url.decode(claims.text("commitment")),
                opened);
    }

    /** Its hash in the tree. */
    Hash hash() {
        return Hash.ofLeaf(Json.canonical(Json.newObject()
                .put("stream", stream)
                .put("type", type)
                .put("hour", hour.toString())
                .put("commitment", Base64Url.encode(commitment))));
    }

    boolean isOfFrontier() {
        return stream.equals(FRONTIER);
    }

    boolean isCrossing() {
        return isOfFrontier() && CROSSED.contains(type);
    }

    boolean isStatement() {
        return isOfFrontier() && type.equals("statement-signed");
    }

    boolean isRefusal() {
        return isOfFrontier() && type.equals("message-blocked");
    }

    boolean isUndelivered() {
        return isOfFrontier() && type.equals("message-undelivered");
    }

    /** Whether the record, if there is one, is the one that was committed to. */
    boolean isAltered() {
        return opened.filter(one -> !Arrays.equals(commitment, Sha256.of(one.salt(), Json.canonical(one.record()))))
                .isPresent();
    }

    /** Whether that instant lies in its hour. */
    boolean isOfHour(Instant at) {
        return at.truncatedTo(ChronoUnit.HOURS).equals(hour);
    }
}
