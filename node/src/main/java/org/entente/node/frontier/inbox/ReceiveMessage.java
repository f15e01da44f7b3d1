package org.entente.node.frontier.inbox;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.entente.node.frontier.Crossing;
import org.entente.node.frontier.PeerKeys;
import org.entente.node.frontier.ReceiveOutcome;
import org.entente.node.frontier.Receiver;
import org.entente.node.frontier.crossing.Crossings;
import org.entente.node.frontier.inbox.Reception.Fault;
import org.entente.node.frontier.inbox.Reception.Rejected;
import org.entente.node.frontier.message.Message;
import org.entente.node.frontier.message.MessageTypes;
import org.entente.node.frontier.message.Receipt;
import org.entente.node.journal.Journal;
import org.entente.node.kernel.NodeIdentity;
import org.entente.node.kernel.Secrets;
import org.entente.node.keys.Keys;
import org.entente.protocols.jose.CompactJws;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Verifies a message, takes it once, and signs for it. A repeat of the same bytes gets the same receipt. */
@Component
class ReceiveMessage {
    private final NodeIdentity node;
    private final PeerKeys peerKeys;
    private final MessageTypes types;
    private final Map<String, Receiver> receivers;
    private final Inbox inbox;
    private final Crossings crossings;
    private final Journal journal;
    private final Keys keys;
    private final TransactionOperations transactions;

    ReceiveMessage(
            NodeIdentity node,
            PeerKeys peerKeys,
            MessageTypes types,
            ObjectProvider<Receiver> receivers,
            Inbox inbox,
            Crossings crossings,
            Journal journal,
            Keys keys,
            TransactionOperations transactions) {
        this.node = node;
        this.peerKeys = peerKeys;
        this.types = types;
        this.receivers = receivers.stream().collect(Collectors.toMap(Receiver::type, Function.identity()));
        this.inbox = inbox;
        this.crossings = crossings;
        this.journal = journal;
        this.keys = keys;
        this.transactions = transactions;
    }

    /**
     * Takes a message.
     *
     * @throws org.entente.protocols.ProtocolError when it is malformed
     */
    Reception receive(String compact, Instant now) {
        CompactJws jws = CompactJws.parse(compact);
        Message message = Message.parse(jws);
        if (!message.recipient().equals(node.entityId())) {
            return new Rejected(Fault.WRONG_RECIPIENT, "the message is for another node");
        }
        var senderKeys = peerKeys.keysOf(message.sender());
        if (senderKeys.isEmpty()) {
            return new Rejected(Fault.UNKNOWN_PEER, "the sender is not known here");
        }
        if (senderKeys.stream().noneMatch(jws::isSignedBy)) {
            return new Rejected(Fault.INVALID_SIGNATURE, "no key of the sender made the signature");
        }
        String hash = Secrets.base64url(Secrets.sha256(compact.getBytes(StandardCharsets.US_ASCII)));
        Optional<Inbox.Taken> before = inbox.find(message);
        Reception reception =
                before.isPresent() ? repeat(before.get(), hash) : takeIfSound(message, compact.length(), hash, now);
        if (reception instanceof Rejected rejected) {
            String type = types.includes(message.type()) ? message.type() : "unknown";
            crossings.addBlocked(message.sender(), type, rejected.code(), now);
        }
        return reception;
    }

    private Reception takeIfSound(Message message, int length, String hash, Instant now) {
        if (!message.isCurrent(now)) {
            return new Rejected(Fault.NOT_CURRENT, "the message is too old or from the future");
        }
        Receiver receiver = receivers.get(message.type());
        if (receiver == null || !types.includes(message.type())) {
            return new Rejected(Fault.UNKNOWN_TYPE, "no message of this type is taken here");
        }
        Optional<String> objection = types.objection(message.type(), message.body());
        if (objection.isPresent()) {
            return new Rejected(Fault.INVALID_BODY, "the schema of the type does not allow: " + objection.get());
        }
        return transactions.execute(transaction -> {
            Reception reception = take(message, receiver, length, hash, now);
            if (reception instanceof Rejected) {
                transaction.setRollbackOnly();
            }
            return reception;
        });
    }

    private Reception take(Message message, Receiver receiver, int length, String hash, Instant now) {
        String receipt = receipt(message, hash, now);
        if (!inbox.take(message, new Inbox.Taken(hash, receipt), now)) {
            return repeat(inbox.find(message).orElseThrow(), hash);
        }
        crossings.add(new Crossing(
                now,
                Crossing.Direction.IN,
                message.sender(),
                Crossing.Kind.MESSAGE,
                message.type(),
                MessageEndpoint.address(node),
                length,
                hash));
        return switch (receiver.receive(message.sender(), message.body(), now)) {
            case ReceiveOutcome.Accepted() -> new Reception.Taken(receipt);
            case ReceiveOutcome.Refused(String code, String reason) -> new Rejected(Fault.REFUSED, code, reason);
        };
    }

    private static Reception repeat(Inbox.Taken before, String hash) {
        return before.sha256().equals(hash)
                ? new Reception.Taken(before.receipt())
                : new Rejected(Fault.REPLAYED, "another message of this name was taken before");
    }

    private String receipt(Message message, String hash, Instant now) {
        return new Receipt(
                        node.entityId(),
                        message.sender(),
                        message.id(),
                        hash,
                        now.truncatedTo(ChronoUnit.SECONDS),
                        journal.checkpoint().orElse(""))
                .sign(keys.federation());
    }
}
