package org.entente.node.frontier.outbox;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.entente.node.frontier.Crossing;
import org.entente.node.frontier.crossing.Crossings;
import org.entente.node.kernel.Secrets;
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
    /** How long a lane is held for one attempt: twice what an attempt may take; a process that dies is replaced after it. */
    static final Duration LEASE = Duration.ofSeconds(20);

    private static final Logger LOG = LoggerFactory.getLogger(DeliverMessages.class);

    private final Outbox outbox;
    private final Carrier carrier;
    private final Crossings crossings;
    private final Secrets secrets;
    private final TransactionOperations transactions;
    private final InstantSource clock;

    DeliverMessages(
            Outbox outbox,
            Carrier carrier,
            Crossings crossings,
            Secrets secrets,
            TransactionOperations transactions,
            InstantSource clock) {
        this.outbox = outbox;
        this.carrier = carrier;
        this.crossings = crossings;
        this.secrets = secrets;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Takes lanes that are ready; each is then to be given to {@link #deliver}. */
    List<Outbox.Lane> takeLanes(int limit) {
        Instant now = clock.instant();
        return outbox.takeLanes(secrets.id(), now, now.plus(LEASE), limit);
    }

    /** Delivers until the lane is empty, an attempt settles nothing, or the lane is no longer ours. */
    void deliver(Outbox.Lane lane) {
        while (outbox.hold(lane, clock.instant().plus(LEASE))) {
            Optional<Outbox.Outgoing> next = takeNext(lane);
            if (next.isEmpty()) {
                outbox.release(lane, clock.instant());
                return;
            }
            if (!settle(lane, next.get())) {
                outbox.pause(lane, clock.instant());
                return;
            }
        }
    }

    /** The next message; that it leaves is recorded before it does. */
    private Optional<Outbox.Outgoing> takeNext(Outbox.Lane lane) {
        return transactions.execute(transaction -> {
            Optional<Outbox.Outgoing> next = outbox.next(lane);
            next.filter(message -> message.attempts() == 1)
                    .ifPresent(message -> crossings.add(crossing(lane.recipient(), message, clock.instant())));
            return next;
        });
    }

    private boolean settle(Outbox.Lane lane, Outbox.Outgoing message) {
        if (!message.expiresAt().isAfter(clock.instant())) {
            LOG.warn("a message of type {} to {} expired undelivered", message.type(), lane.recipient());
            outbox.expired(message);
            return true;
        }
        return switch (carrier.carry(lane.recipient(), message)) {
            case Delivery.Delivered(String receipt) -> {
                outbox.delivered(message, receipt);
                yield true;
            }
            case Delivery.Refused(String code) -> {
                LOG.warn("{} refused a message of type {}: {}", lane.recipient(), message.type(), code);
                outbox.refused(message, code);
                yield true;
            }
            case Delivery.Unsettled() -> false;
        };
    }

    private static Crossing crossing(URI recipient, Outbox.Outgoing message, Instant now) {
        byte[] bytes = message.message().getBytes(StandardCharsets.US_ASCII);
        return new Crossing(
                now,
                Crossing.Direction.OUT,
                recipient,
                Crossing.Kind.MESSAGE,
                message.type(),
                Carrier.address(recipient),
                bytes.length,
                Secrets.base64url(Secrets.sha256(bytes)));
    }
}
