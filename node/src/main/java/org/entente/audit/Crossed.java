package org.entente.audit;

import java.net.URI;
import java.time.Instant;
import org.entente.protocols.ProtocolError;
import org.entente.protocols.jose.Claims;
import tools.jackson.databind.node.ObjectNode;

/**
 * One thing that crossed, as its record says.
 *
 * @param position of its leaf
 * @param address of a document, where it is published
 * @param sha256 of exactly the bytes that crossed, base64url
 */
record Crossed(
        long position,
        Instant at,
        String direction,
        URI peer,
        String kind,
        String type,
        String address,
        long bytes,
        String sha256) {

    /** @throws ProtocolError when the record is of another form */
    static Crossed of(long position, ObjectNode record) {
        Claims claims = new Claims(record, "invalid_bundle");
        return new Crossed(
                position,
                Times.instant(claims.text("at")),
                claims.text("direction"),
                claims.uri("peer"),
                claims.text("kind"),
                claims.text("type"),
                claims.text("address"),
                record.path("bytes").asLong(0),
                claims.text("sha256"));
    }

    String leafType() {
        return kind + "-" + direction;
    }

    boolean isMessage() {
        return kind.equals("message");
    }

    boolean isOut() {
        return direction.equals("out");
    }
}
