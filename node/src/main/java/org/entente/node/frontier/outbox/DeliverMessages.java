package org.entente.node.frontier.outbox;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.entente.node.frontier.Crossing;
import org.entente.node.frontier.crossing.Blocked;
import org.entente.node.frontier.crossing.Crossings;
import org.entente.node.frontier.message.Message;
import org.entente.node.kernel.Secrets;
import org.entente.node.keys.Keys;
import org.entente.protocols.jose.CompactJws;
import org.entente.protocols.jose.Signer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Delivers what waits in a lane, in order, until the lane is empty or an attempt settles nothing. The lane is held by a
 * lease in its row, never by a database lock, so that a slow recipient blocks nobody and a process that dies is replaced.
 */
@Component
class DeliverMessages {
    /** How long a lane is held at a time; a process that dies is replaced after it. */
    static final Duration LEASE = Duration.ofSeconds(5);

    /** How often a living process holds its lanes for longer, however long an attempt takes. */
    static final Duration BEAT = Duration.ofSeconds(1);

    /** How many attempts try every key; afterwards one of as many does. */
    private static final int EAGER = 8;

    /** What became of a message that goes out once more under another signature. */
    private static final String SIGNED_AGAIN = "signed_again";

    private static final Logger LOG = LoggerFactory.getLogger(DeliverMessages.class);

    private final Outbox outbox;
    private final Carrier carrier;
    private final Crossings crossings;
    private final Blocked blocked;
    private final Keys keys;
    private final Secrets secrets;
    private final TransactionOperations transactions;
    private final InstantSource clock;
    private final Set<Outbox.Lane> inHand = ConcurrentHashMap.newKeySet();
    private volatile boolean stopping;

    DeliverMessages(
            Outbox outbox,
            Carrier carrier,
            Crossings crossings,
            Blocked blocked,
            Keys keys,
            Secrets secrets,
            TransactionOperations transactions,
            InstantSource clock) {
        this.outbox = outbox;
        this.carrier = carrier;
        this.crossings = crossings;
        this.blocked = blocked;
        this.keys = keys;
        this.secrets = secrets;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Takes lanes that are ready; each is then to be given to {@link #deliver}. */
    List<Outbox.Lane> takeLanes(int limit) {
        Instant now = clock.instant();
        List<Outbox.Lane> taken = outbox.takeLanes(secrets.id(), now, now.plus(LEASE), limit);
        inHand.addAll(taken);
        return taken;
    }

    /** Holds what this process has in hand for longer. */
    void holdOn() {
        inHand.forEach(lane -> outbox.hold(lane, clock.instant().plus(LEASE)));
    }

    /** Lets every lane end after the message that is under way. */
    void stop() {
        stopping = true;
    }

    /** Delivers until the lane is empty, an attempt settles nothing, or the lane is no longer ours. */
    void deliver(Outbox.Lane lane) {
        try {
            while (outbox.hold(lane, clock.instant().plus(LEASE))) {
                Optional<Outbox.Outgoing> next = stopping ? Optional.empty() : takeNext(lane);
                if (next.isEmpty()) {
                    outbox.release(lane, clock.instant());
                    return;
                }
                Optional<Duration> pause = settle(lane, next.get());
                if (pause.isPresent()) {
                    outbox.pause(lane, pause.get(), clock.instant());
                    return;
                }
            }
        } finally {
            inHand.remove(lane);
        }
    }

    /** The next message; that it leaves is recorded before it does. */
    private Optional<Outbox.Outgoing> takeNext(Outbox.Lane lane) {
        return transactions.execute(transaction -> {
            Optional<Outbox.Outgoing> next = outbox.next(lane).map(message -> underAKeyOfOurs(lane, message));
            next.filter(message -> message.attempts() == 1)
                    .ifPresent(message -> crossings.add(crossing(lane.recipient(), message, clock.instant())));
            return next;
        });
    }

    /**
     * What waited until the key that signed it was destroyed goes out under the present one; while that key is kept, the
     * recipient may be one that believes no other of ours. It gets another name: whoever took the first and could not tell us
     * would take other bytes of the same name for a forgery. How often it was tried stays, by which every key is tried less
     * often in the end.
     */
    private Outbox.Outgoing underAKeyOfOurs(Outbox.Lane lane, Outbox.Outgoing next) {
        CompactJws signed = CompactJws.parse(next.message());
        if (keys.keptFederation().stream().anyMatch(key -> signed.isSignedBy(key.publicKey()))) {
            return next;
        }
        return signedAgain(next, keys.federation())
                .map(again -> next.attempts() > 1 ? recorded(lane, next, again) : again)
                .orElse(next);
    }

    /** Empty when another process has settled the message or signed it again. */
    private Optional<Outbox.Outgoing> signedAgain(Outbox.Outgoing next, Signer key) {
        Message before = Message.parse(CompactJws.parse(next.message()));
        Message again = new Message(
                before.sender(),
                before.recipient(),
                secrets.id(),
                before.issuedAt(),
                before.expiresAt(),
                before.type(),
                before.body());
        return outbox.replace(next, again.id(), again.sign(key));
    }

    /** Empty when the message is settled, otherwise the pause that the recipient asks for at least. */
    private Optional<Duration> settle(Outbox.Lane lane, Outbox.Outgoing message) {
        if (!message.expiresAt().isAfter(clock.instant())) {
            LOG.warn("a message of type {} to {} expired undelivered", message.type(), lane.recipient());
            cameToNothing(lane, message, "expired", outbox::expired);
            return Optional.empty();
        }
        Delivery delivery = carrier.carry(lane.recipient(), message);
        return delivery instanceof Delivery.Unrecognised
                ? end(lane, underEachKey(lane, new Tried(message, delivery)))
                : end(lane, new Tried(message, delivery));
    }

    /** A message as it went out last, and what became of it. */
    private record Tried(Outbox.Outgoing message, Delivery delivery) {}

    /**
     * Whoever does not believe the key that signed may believe another of ours, one that it has not been told of yet or one
     * that it has not followed us from: each that can still sign is tried, the present one first. Not at every attempt for
     * ever, since each signature is another entry of the journal.
     */
    private Tried underEachKey(Outbox.Lane lane, Tried first) {
        int attempts = first.message().attempts();
        if (attempts > EAGER && attempts % EAGER != 0) {
            return first;
        }
        CompactJws signed = CompactJws.parse(first.message().message());
        Tried last = first;
        for (Signer key : keys.keptFederation()) {
            if (!(last.delivery() instanceof Delivery.Unrecognised) || signed.isSignedBy(key.publicKey())) {
                continue;
            }
            Outbox.Outgoing before = last.message();
            Optional<Outbox.Outgoing> again = Objects.requireNonNull(transactions.execute(
                    transaction -> signedAgain(before, key).map(message -> recorded(lane, before, message))));
            if (again.isEmpty()) {
                return last;
            }
            last = new Tried(again.get(), carrier.carry(lane.recipient(), again.get()));
        }
        return last;
    }

    private Outbox.Outgoing recorded(Outbox.Lane lane, Outbox.Outgoing before, Outbox.Outgoing message) {
        blocked.undelivered(refusal(lane, before, SIGNED_AGAIN));
        crossings.add(crossing(lane.recipient(), message, clock.instant()));
        return message;
    }

    private Optional<Duration> end(Outbox.Lane lane, Tried tried) {
        Outbox.Outgoing message = tried.message();
        return switch (tried.delivery()) {
            case Delivery.Delivered(String receipt) -> {
                outbox.delivered(message, receipt);
                yield Optional.empty();
            }
            case Delivery.Refused(String code) -> {
                LOG.warn("{} refused a message of type {}: {}", lane.recipient(), message.type(), code);
                cameToNothing(lane, message, code, refused -> outbox.refused(refused, code));
                yield Optional.empty();
            }
            case Delivery.Unrecognised(Duration notBefore) -> Optional.of(notBefore);
            case Delivery.Unsettled(Duration notBefore) -> Optional.of(notBefore);
        };
    }

    /** That it had left was recorded, so that what became of it is too. */
    private void cameToNothing(
            Outbox.Lane lane, Outbox.Outgoing message, String reason, Predicate<Outbox.Outgoing> settling) {
        transactions.executeWithoutResult(transaction -> {
            if (settling.test(message)) {
                blocked.undelivered(refusal(lane, message, reason));
            }
        });
    }

    private Blocked.Refusal refusal(Outbox.Lane lane, Outbox.Outgoing message, String reason) {
        return new Blocked.Refusal(clock.instant(), lane.recipient(), message.type(), reason, hash(message));
    }

    private static String hash(Outbox.Outgoing message) {
        return Secrets.base64url(Secrets.sha256(message.message().getBytes(StandardCharsets.US_ASCII)));
    }

    private static Crossing crossing(URI recipient, Outbox.Outgoing message, Instant now) {
        return new Crossing(
                now,
                Crossing.Direction.OUT,
                recipient,
                Crossing.Kind.MESSAGE,
                message.type(),
                Carrier.address(recipient),
                message.message().length(),
                hash(message));
    }
}
