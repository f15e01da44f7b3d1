package org.entente.audit;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import org.entente.protocols.ProtocolError;
import org.entente.protocols.jose.Claims;
import org.entente.protocols.jose.CompactJws;
import org.entente.protocols.tlog.Checkpoint;
import org.entente.protocols.tlog.SignedNote;

/**
 * That a peer took a message of this node's, signed by the peer.
 *
 * @param peer who took it
 * @param sha256 of the message, base64url
 * @param checkpoint the peer's journal as it was then, if it had signed a state yet
 */
record PeerReceipt(CompactJws jws, URI peer, URI sender, String sha256, Instant at, Optional<SignedNote> checkpoint) {
    private static final String TYPE = "entente-receipt+jwt";
    private static final String ERROR = "invalid_bundle";

    /** @throws ProtocolError when the text is no receipt */
    static PeerReceipt parse(String compact) {
        CompactJws jws = CompactJws.parse(compact);
        if (!jws.type().equals(TYPE)) {
            throw new ProtocolError(ERROR, "the typ of a receipt is " + TYPE);
        }
        Claims claims = new Claims(jws.claims(), ERROR);
        return new PeerReceipt(
                jws,
                claims.uri("iss"),
                claims.uri("aud"),
                claims.text("message_hash"),
                claims.time("iat"),
                jws.claims().has("checkpoint")
                        ? Optional.of(SignedNote.parse(claims.text("checkpoint")))
                        : Optional.empty());
    }

    Optional<Checkpoint> state() {
        return checkpoint.map(note -> Checkpoint.parse(note.text()));
    }
}
