package org.entente.node.agreements.record;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.entente.node.agreements.course.TakeTransition;
import org.entente.node.agreements.held.Ententes;
import org.entente.node.agreements.held.Held;
import org.entente.node.agreements.held.Holdings;
import org.entente.node.agreements.held.Ledger;
import org.entente.node.agreements.held.PublicRecord;
import org.entente.node.agreements.held.Standing;
import org.entente.node.agreements.life.Transition;
import org.entente.node.agreements.life.Verdict;
import org.entente.node.frontier.Mirror;
import org.entente.node.frontier.MirrorSource;
import org.entente.node.frontier.MirroredDocument;
import org.entente.node.kernel.NodeIdentity;
import org.entente.protocols.ProtocolError;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Takes from the depositary's public record, mirrored on schedule, what no message has brought, and notes where the
 * depositary stands: one record for all to see counts more than what it told us alone before. A record that contradicts ours
 * changes nothing but that this node knows itself out of step.
 */
@Component
class CatchUp implements MirrorSource {
    private static final Logger LOG = LoggerFactory.getLogger(CatchUp.class);

    private final Holdings holdings;
    private final Mirror mirror;
    private final Ledger ledger;
    private final Ententes ententes;
    private final TakeTransition takeTransition;
    private final NodeIdentity node;
    private final TransactionOperations transactions;

    CatchUp(
            Holdings holdings,
            Mirror mirror,
            Ledger ledger,
            Ententes ententes,
            TakeTransition takeTransition,
            NodeIdentity node,
            TransactionOperations transactions) {
        this.holdings = holdings;
        this.mirror = mirror;
        this.ledger = ledger;
        this.ententes = ententes;
        this.takeTransition = takeTransition;
        this.node = node;
        this.transactions = transactions;
    }

    @Override
    public Set<URI> wanted() {
        return holdings.all().stream()
                .filter(held -> !held.isDepositary(node.entityId()))
                .filter(held -> held.chain().hasEntered())
                .map(held -> held.entente().id())
                .limit(MAX_WANTED)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Compares every record that the mirror holds with ours. */
    void catchUp(Instant now) {
        for (URI address : wanted()) {
            Optional<MirroredDocument> copy = mirror.document(address);
            if (copy.isPresent()) {
                try {
                    catchUp(PublicRecord.parse(copy.get().body()), copy.get().fetchedAt(), now);
                } catch (ProtocolError e) {
                    LOG.warn("the record at {} cannot be used: {}", address, e.code());
                }
            }
        }
    }

    private void catchUp(PublicRecord published, Instant fetchedAt, Instant now) {
        Transition last = published.transitions().getLast();
        boolean news = holdings.find(published.entente().name())
                .filter(held -> held.entente().equals(published.entente()))
                .filter(held -> held.chain().number() < last.number() || changesStep(held, last, fetchedAt))
                .isPresent();
        if (news) {
            transactions.executeWithoutResult(transaction -> take(published, fetchedAt, now));
        }
    }

    /** Whether a record that is newer than the depositary's last word puts us into step or out of it. */
    private static boolean changesStep(Held held, Transition last, Instant fetchedAt) {
        boolean newer = held.depositaryStanding()
                .map(standing -> fetchedAt.isAfter(standing.saidAt()))
                .orElse(true);
        return newer && held.agreesWith(Standing.at(last, fetchedAt)) != held.inStep();
    }

    private void take(PublicRecord published, Instant fetchedAt, Instant now) {
        ledger.open();
        String name = published.entente().name();
        for (Transition transition : published.transitions()) {
            Held held = ententes.find(name).orElseThrow();
            if (transition.number() > held.chain().number()
                    && takeTransition.take(held, transition, now) instanceof Verdict.Rejected(var reason)) {
                LOG.warn("transition {} of {} is refused: {}", transition.number(), name, reason.code());
                break;
            }
        }
        Held held = ententes.find(name).orElseThrow();
        Transition last = published.transitions().getLast();
        if (changesStep(held, last, fetchedAt) && published.replay(now) instanceof Verdict.Applied) {
            ententes.note(name, held.entente().depositary().key(), Standing.at(last, fetchedAt));
        }
    }
}
