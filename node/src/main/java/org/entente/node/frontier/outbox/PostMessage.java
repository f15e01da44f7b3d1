package org.entente.node.frontier.outbox;

import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.entente.node.frontier.message.Message;
import org.entente.node.frontier.message.MessageTypes;
import org.entente.node.kernel.NodeIdentity;
import org.entente.node.kernel.Origins;
import org.entente.node.kernel.Secrets;
import org.entente.node.keys.Keys;
import org.entente.protocols.jose.CompactJws;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.node.ObjectNode;

/** Signs a message and puts it into the outbox. */
@Component
public class PostMessage {
    private final NodeIdentity node;
    private final Keys keys;
    private final Secrets secrets;
    private final MessageTypes types;
    private final Outbox outbox;

    PostMessage(NodeIdentity node, Keys keys, Secrets secrets, MessageTypes types, Outbox outbox) {
        this.node = node;
        this.keys = keys;
        this.secrets = secrets;
        this.types = types;
        this.outbox = outbox;
    }

    /**
     * In the caller's transaction. Signed once: each attempt carries the same bytes, so that the recipient can tell a repeat
     * from another message.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void post(URI recipient, String type, ObjectNode body, Instant now) {
        if (!Origins.isOrigin(recipient) || recipient.equals(node.entityId())) {
            throw new IllegalArgumentException("a message goes to another node");
        }
        types.objection(type, body).ifPresent(objection -> {
            throw new IllegalArgumentException("a message of type " + type + " cannot be sent: " + objection);
        });
        Instant issuedAt = now.truncatedTo(ChronoUnit.SECONDS);
        Message message = new Message(
                node.entityId(), recipient, secrets.id(), issuedAt, issuedAt.plus(Message.LIFETIME), type, body);
        String signed = message.sign(keys.federation());
        if (signed.length() > CompactJws.MAX_LENGTH) {
            throw new IllegalArgumentException("a message of type " + type + " is too long to be sent");
        }
        outbox.add(message, signed, now);
    }
}
