package org.entente.node.frontier.inbox;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.entente.node.frontier.Crossing;
import org.entente.node.frontier.KnownAs;
import org.entente.node.frontier.PeerKeys;
import org.entente.node.frontier.ReceiveOutcome;
import org.entente.node.frontier.Receiver;
import org.entente.node.frontier.crossing.Blocked;
import org.entente.node.frontier.crossing.Crossings;
import org.entente.node.frontier.crossing.DailyRefusals;
import org.entente.node.frontier.inbox.Reception.Fault;
import org.entente.node.frontier.inbox.Reception.Rejected;
import org.entente.node.frontier.message.Message;
import org.entente.node.frontier.message.MessageTypes;
import org.entente.node.frontier.message.Receipt;
import org.entente.node.journal.Journal;
import org.entente.node.kernel.NodeIdentity;
import org.entente.node.kernel.Secrets;
import org.entente.node.keys.Keys;
import org.entente.node.limits.Use;
import org.entente.protocols.ProtocolError;
import org.entente.protocols.jose.CompactJws;
import org.entente.protocols.jose.Jwks;
import org.entente.protocols.jose.PublicJwk;
import org.entente.protocols.jose.Signer;
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
    private final ObjectProvider<KnownAs> knownAs;
    private final Inbox inbox;
    private final Intake intake;
    private final Crossings crossings;
    private final Blocked blocked;
    private final DailyRefusals refusals;
    private final UnreadableMessages unreadable;
    private final Journal journal;
    private final Keys keys;
    private final TransactionOperations transactions;

    ReceiveMessage(
            NodeIdentity node,
            PeerKeys peerKeys,
            MessageTypes types,
            ObjectProvider<Receiver> receivers,
            ObjectProvider<KnownAs> knownAs,
            Inbox inbox,
            Intake intake,
            Crossings crossings,
            Blocked blocked,
            DailyRefusals refusals,
            UnreadableMessages unreadable,
            Journal journal,
            Keys keys,
            TransactionOperations transactions) {
        this.node = node;
        this.peerKeys = peerKeys;
        this.types = types;
        this.receivers = receivers.stream().collect(Collectors.toMap(Receiver::type, Function.identity()));
        this.knownAs = knownAs;
        this.inbox = inbox;
        this.intake = intake;
        this.crossings = crossings;
        this.blocked = blocked;
        this.refusals = refusals;
        this.unreadable = unreadable;
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
        String hash = Secrets.base64url(Secrets.sha256(compact.getBytes(StandardCharsets.UTF_8)));
        return receive(read(compact, hash, now), now);
    }

    private Read read(String compact, String hash, Instant now) {
        try {
            CompactJws jws = CompactJws.parse(compact);
            return new Read(compact, hash, jws, Message.parse(jws));
        } catch (ProtocolError malformed) {
            unreadable.note(compact, hash, now);
            throw malformed;
        }
    }

    /** A message that has the form of one. */
    private record Read(String compact, String hash, CompactJws jws, Message message) {}

    private Reception receive(Read read, Instant now) {
        Message message = read.message();
        String hash = read.hash();
        boolean forUs = message.recipient().equals(node.entityId());
        Rejected elsewhere = new Rejected(Fault.WRONG_RECIPIENT, "the message is for another node");
        var senderKeys = peerKeys.keysOf(message.sender());
        if (senderKeys.isEmpty()) {
            return forUs ? unknown(message, read.jws(), hash, now) : elsewhere;
        }
        Optional<PublicJwk> key =
                senderKeys.stream().filter(read.jws()::isSignedAs).findFirst();
        if (key.isEmpty() || !forUs) {
            Rejected rejected = forUs
                    ? new Rejected(Fault.INVALID_SIGNATURE, "no key of the sender made the signature")
                    : elsewhere;
            // Anybody may write a peer's name, and bring again what a peer signed for another.
            refusals.unattributed(refusal(message, hash, rejected.code(), now));
            return rejected;
        }
        Optional<Inbox.Taken> before = inbox.find(message);
        if (before.isPresent() && before.get().sha256().equals(hash)) {
            return new Reception.Taken(
                    underAKeyOfOurs(message.sender(), before.get().receipt()));
        }
        if (intake.message(message.sender(), now) instanceof Use.Beyond(Duration retryAfter, boolean first)) {
            if (first) {
                block(message, hash, "too_many_messages", now);
            }
            return new Reception.Deferred(retryAfter);
        }
        Reception reception = before.isPresent()
                ? replayed()
                : takeIfSound(new Signed(message, key.get(), read.compact().length(), hash), now);
        if (reception instanceof Rejected rejected) {
            journal(message, hash, rejected, now);
        }
        return reception;
    }

    /** A message whose sender's key made the signature. */
    private record Signed(Message message, PublicJwk key, int length, String hash) {}

    /**
     * Of a sender that is not known any more, what the key signed under which its last message was taken is journalled: that
     * one was excluded and still sends is worth knowing. Whoever only bears its name, and a stranger, leave no trace.
     */
    private Rejected unknown(Message message, CompactJws jws, String hash, Instant now) {
        Rejected rejected = new Rejected(Fault.UNKNOWN_PEER, "the sender is not known here");
        if (inbox.lastKeyOf(message.sender()).filter(jws::isSignedBy).isPresent()) {
            journal(message, hash, rejected, now);
        }
        return rejected;
    }

    /** The refusal itself is told to the sender in any case, so that its other messages are not held up. */
    private void journal(Message message, String hash, Rejected rejected, Instant now) {
        switch (intake.refusal(message.sender(), now)) {
            case Use.Within() -> block(message, hash, rejected.code(), now);
            case Use.Beyond beyond -> {
                if (beyond.first()) {
                    block(message, hash, "too_many_refusals", now);
                }
            }
        }
    }

    private void block(Message message, String hash, String reason, Instant now) {
        blocked.add(refusal(message, hash, reason, now));
    }

    private Blocked.Refusal refusal(Message message, String hash, String reason, Instant now) {
        String type = types.includes(message.type()) ? message.type() : "unknown";
        return new Blocked.Refusal(now, message.sender(), type, reason, hash);
    }

    private Reception takeIfSound(Signed signed, Instant now) {
        Message message = signed.message();
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
        String receipt = receipt(message, signed.hash(), now);
        try {
            return transactions.execute(transaction -> {
                Reception reception = take(signed, receipt, receiver, now);
                if (reception instanceof Rejected) {
                    transaction.setRollbackOnly();
                }
                return reception;
            });
        } catch (ProtocolError unreadable) {
            return new Rejected(Fault.INVALID_BODY, unreadable.publicText());
        }
    }

    private Reception take(Signed signed, String receipt, Receiver receiver, Instant now) {
        Message message = signed.message();
        String hash = signed.hash();
        if (!inbox.take(message, new Inbox.Taken(hash, receipt), now)) {
            Inbox.Taken before = inbox.find(message).orElseThrow();
            return before.sha256().equals(hash) ? new Reception.Taken(before.receipt()) : replayed();
        }
        inbox.remember(message.sender(), signed.key());
        crossings.add(new Crossing(
                now,
                Crossing.Direction.IN,
                message.sender(),
                Crossing.Kind.MESSAGE,
                message.type(),
                MessageEndpoint.address(node),
                signed.length(),
                hash));
        return switch (receiver.receive(message.sender(), message.body(), now)) {
            case ReceiveOutcome.Accepted() -> new Reception.Taken(receipt);
            case ReceiveOutcome.Refused(String code, String reason) -> new Rejected(Fault.REFUSED, code, reason);
        };
    }

    private static Rejected replayed() {
        return new Rejected(Fault.REPLAYED, "another message of this name was taken before");
    }

    /** Whoever asks again after we gave up the key that signed for the message cannot verify what we said then. */
    private String underAKeyOfOurs(URI sender, String receipt) {
        CompactJws signed = CompactJws.parse(receipt);
        return knownAs(sender).orElseGet(keys::federationKeys).keys().stream().anyMatch(signed::isSignedBy)
                ? receipt
                : Receipt.parse(signed).sign(signerFor(sender));
    }

    /** By the present key, but for a sender that has not followed us to it: else it would send the same again and again. */
    private Signer signerFor(URI sender) {
        return knownAs(sender).map(keys::federation).orElseGet(keys::federation);
    }

    private Optional<Jwks> knownAs(URI sender) {
        return knownAs.stream().flatMap(known -> known.keysAt(sender).stream()).findFirst();
    }

    private String receipt(Message message, String hash, Instant now) {
        return new Receipt(
                        node.entityId(),
                        message.sender(),
                        message.id(),
                        hash,
                        now.truncatedTo(ChronoUnit.SECONDS),
                        journal.checkpoint().orElse(""))
                .sign(signerFor(message.sender()));
    }
}
