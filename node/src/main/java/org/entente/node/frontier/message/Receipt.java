package org.entente.node.frontier.message;

import java.net.URI;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.entente.protocols.ProtocolError;
import org.entente.protocols.jose.Claims;
import org.entente.protocols.jose.CompactJws;
import org.entente.protocols.jose.Signer;
import org.entente.protocols.json.Json;
import org.entente.protocols.tlog.Checkpoint;
import org.entente.protocols.tlog.SignedNote;
import tools.jackson.databind.node.ObjectNode;

/**
 * That a message was taken, signed by who took it.
 *
 * @param receiver who took it
 * @param sender whose message it was
 * @param messageId which
 * @param messageHash the SHA-256 of exactly the bytes that came, base64url
 * @param receivedAt when
 * @param checkpoint the receiver's latest journal checkpoint at that time, a signed note; empty before its first
 */
public record Receipt(
        URI receiver, URI sender, UUID messageId, String messageHash, Instant receivedAt, String checkpoint) {
    /** The header's {@code typ}. */
    public static final String TYPE = "entente-receipt+jwt";

    /** The media type over HTTP. */
    public static final String MEDIA_TYPE = "application/" + TYPE;

    private static final Set<String> HEADER = Set.of("alg", "typ", "kid");
    private static final Set<String> CLAIMS = Set.of("iss", "aud", "jti", "iat", "message_hash", "checkpoint");

    /**
     * Reads a receipt; proves nothing.
     *
     * @throws ProtocolError {@code invalid_message}
     */
    public static Receipt parse(CompactJws jws) {
        Message.requireOnly(jws, TYPE, HEADER, CLAIMS);
        ObjectNode payload = jws.claims();
        Claims claims = new Claims(payload, Message.ERROR);
        return new Receipt(
                Message.origin(claims, "iss"),
                Message.origin(claims, "aud"),
                Message.id(claims),
                hash(claims.text("message_hash")),
                claims.time("iat"),
                payload.has("checkpoint") ? checkpoint(Message.origin(claims, "iss"), claims.text("checkpoint")) : "");
    }

    private static String hash(String text) {
        if (!text.matches("[A-Za-z0-9_-]{43}")) {
            throw new ProtocolError(Message.ERROR, "the claim message_hash is a SHA-256, base64url");
        }
        return text;
    }

    /** The name of the receiver's journal, its size, its root and one signature: a note may say more, and here does not. */
    private static String checkpoint(URI receiver, String text) {
        SignedNote note = SignedNote.parse(text);
        Checkpoint checkpoint = Checkpoint.parse(note.text());
        String name = receiver.getRawAuthority() + "/journal";
        boolean plain = checkpoint.origin().equals(name)
                && checkpoint.text().equals(note.text())
                && note.lines().size() == 1
                && note.lines().getFirst().matches("\u2014 " + Pattern.quote(name) + " [A-Za-z0-9+/]{16,128}={0,2}");
        if (!plain) {
            throw new ProtocolError(Message.ERROR, "the claim checkpoint is the state of the receiver's journal alone");
        }
        return text;
    }

    /** The compact, signed form. */
    public String sign(Signer signer) {
        ObjectNode claims = Json.newObject()
                .put("iss", receiver.toString())
                .put("aud", sender.toString())
                .put("jti", messageId.toString())
                .put("iat", receivedAt.getEpochSecond())
                .put("message_hash", messageHash);
        if (!checkpoint.isEmpty()) {
            claims.put("checkpoint", checkpoint);
        }
        return CompactJws.sign(signer, TYPE, claims);
    }
}
