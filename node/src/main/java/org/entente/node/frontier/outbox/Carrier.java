package org.entente.node.frontier.outbox;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import org.entente.node.frontier.PeerKeys;
import org.entente.node.frontier.message.Message;
import org.entente.node.frontier.message.Receipt;
import org.entente.node.kernel.NodeIdentity;
import org.entente.node.kernel.Secrets;
import org.entente.node.outside.Outside;
import org.entente.node.outside.OutsideAnswer;
import org.entente.node.outside.Unreachable;
import org.entente.protocols.ProtocolError;
import org.entente.protocols.jose.CompactJws;
import org.springframework.stereotype.Component;

/** Carries one message to its recipient and reads the answer. */
@Component
class Carrier {
    private static final String PATH = "/frontier/messages";

    /** Answers after which trying again would change nothing: the message itself is at fault. */
    private static final Set<Integer> FINAL = Set.of(400, 409, 413, 415, 422);

    private static final int UNRECOGNISED = 401;

    /** More than this is no pause that we grant. */
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    private static final String CODE = "[a-z_]{3,64}";

    private final Outside outside;
    private final PeerKeys peerKeys;
    private final NodeIdentity node;

    Carrier(Outside outside, PeerKeys peerKeys, NodeIdentity node) {
        this.outside = outside;
        this.peerKeys = peerKeys;
        this.node = node;
    }

    static URI address(URI recipient) {
        return URI.create(recipient + PATH);
    }

    Delivery carry(URI recipient, Outbox.Outgoing message) {
        byte[] body = message.message().getBytes(StandardCharsets.US_ASCII);
        try {
            OutsideAnswer answer = outside.post(address(recipient), Message.MEDIA_TYPE, body);
            if (answer.status() == 200 && answer.mediaType().equals(Receipt.MEDIA_TYPE)) {
                String receipt = new String(answer.body(), StandardCharsets.UTF_8);
                return isReceipt(receipt, recipient, message, body)
                        ? new Delivery.Delivered(receipt)
                        : new Delivery.Unsettled();
            }
            if (answer.status() == UNRECOGNISED) {
                return new Delivery.Unrecognised(retryAfter(answer));
            }
            return FINAL.contains(answer.status())
                    ? new Delivery.Refused(code(answer))
                    : new Delivery.Unsettled(retryAfter(answer));
        } catch (Unreachable | ProtocolError noUsableAnswer) {
            return new Delivery.Unsettled();
        }
    }

    private boolean isReceipt(String text, URI recipient, Outbox.Outgoing message, byte[] sent) {
        CompactJws jws = CompactJws.parse(text);
        Receipt receipt = Receipt.parse(jws);
        return receipt.receiver().equals(recipient)
                && receipt.sender().equals(node.entityId())
                && receipt.messageId().equals(message.jti())
                && receipt.messageHash().equals(Secrets.base64url(Secrets.sha256(sent)))
                && peerKeys.keysOf(recipient).stream().anyMatch(jws::isSignedAs);
    }

    private static Duration retryAfter(OutsideAnswer answer) {
        return answer.retryAfter(LONGEST_PAUSE).orElse(Duration.ZERO);
    }

    private static String code(OutsideAnswer answer) {
        try {
            String code = answer.json().path("error").asString("");
            return code.matches(CODE) ? code : "unexplained";
        } catch (ProtocolError notJson) {
            return "unexplained";
        }
    }
}
