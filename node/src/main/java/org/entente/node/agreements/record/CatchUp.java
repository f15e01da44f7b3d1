package org.entente.node.agreements.record;

import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.entente.node.agreements.course.PublishRecord;
import org.entente.node.agreements.course.TakeTransition;
import org.entente.node.agreements.document.Party;
import org.entente.node.agreements.held.CommonGround;
import org.entente.node.agreements.held.Ententes;
import org.entente.node.agreements.held.Held;
import org.entente.node.agreements.held.Holdings;
import org.entente.node.agreements.held.Ledger;
import org.entente.node.agreements.held.Pace;
import org.entente.node.agreements.held.PublicRecord;
import org.entente.node.agreements.held.Standing;
import org.entente.node.agreements.life.Rejection;
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
 * Takes from the public record of any party what no message has brought, and notes where each stands: a record for all to see
 * counts more than what somebody told us alone before. A record that contradicts ours changes nothing but that this node
 * knows itself out of step. The records are mirrored on schedule; one that is ahead of us is read at once, the page that comes
 * next and no further: what does not hold costs one page, and what holds goes on in the next round.
 */
@Component
class CatchUp implements MirrorSource {
    private static final Logger LOG = LoggerFactory.getLogger(CatchUp.class);

    private final Holdings holdings;
    private final Mirror mirror;
    private final ReadRecord readRecord;
    private final ReadBranch readBranch;
    private final Ledger ledger;
    private final Ententes ententes;
    private final CommonGround commonGround;
    private final TakeTransition takeTransition;
    private final PublishRecord publishRecord;
    private final NodeIdentity node;
    private final TransactionOperations transactions;
    private final Map<URI, String> read = new ConcurrentHashMap<>();

    CatchUp(
            Holdings holdings,
            Mirror mirror,
            ReadRecord readRecord,
            ReadBranch readBranch,
            Ledger ledger,
            Ententes ententes,
            CommonGround commonGround,
            TakeTransition takeTransition,
            PublishRecord publishRecord,
            NodeIdentity node,
            TransactionOperations transactions) {
        this.holdings = holdings;
        this.mirror = mirror;
        this.readRecord = readRecord;
        this.readBranch = readBranch;
        this.ledger = ledger;
        this.ententes = ententes;
        this.commonGround = commonGround;
        this.takeTransition = takeTransition;
        this.publishRecord = publishRecord;
        this.node = node;
        this.transactions = transactions;
    }

    @Override
    public Set<URI> wanted() {
        return holdings.all().stream()
                .flatMap(held -> PartyRecords.of(held, node.entityId()).keySet().stream())
                .limit(MAX_WANTED)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Compares every record that the mirror holds with ours, and reads at once what we know to be behind of. */
    void catchUp(Instant now) {
        for (Held held : holdings.all()) {
            PartyRecords.of(held, node.entityId()).forEach((address, party) -> {
                try {
                    catchUp(held, address, party, now);
                } catch (ProtocolError e) {
                    LOG.warn("the record at {} cannot be used: {}", address, e.code());
                    mirror.refuse(address, "malformed", now);
                }
            });
        }
    }

    private void catchUp(Held held, URI address, Party party, Instant now) {
        Optional<MirroredDocument> copy = mirror.document(address);
        Optional<Standing> says = Optional.ofNullable(held.standings().get(party.key()))
                .filter(standing -> standing.number() > held.chain().number())
                .filter(standing -> copy.filter(known -> known.fetchedAt().isAfter(standing.saidAt()))
                        .isEmpty());
        if (says.isPresent()) {
            Instant saidAt = says.get().saidAt();
            readRecord
                    .record(address, now)
                    .ifPresent(
                            record -> compare(held, address, party, record, now.isAfter(saidAt) ? now : saidAt, now));
        } else {
            copy.ifPresent(
                    known -> compare(held, address, party, PublicRecord.parse(known.body()), known.fetchedAt(), now));
        }
    }

    private void compare(Held held, URI address, Party party, PublicRecord record, Instant fetchedAt, Instant now) {
        if (!record.entente().id().equals(held.entente().id())) {
            return;
        }
        List<Transition> news = news(held, address, record.last(), now);
        if (news.stream().anyMatch(one -> isNews(held, one))
                || standing(held, record, news, fetchedAt)
                        .filter(shown -> changes(held, party, shown))
                        .isPresent()) {
            Optional<Rejection> refused = Objects.requireNonNull(transactions.execute(
                    transaction -> take(held.entente().name(), party, record, news, fetchedAt, now)));
            refused.filter(Rejection::isForGood).ifPresent(reason -> mirror.refuse(address, reason.code(), now));
        }
    }

    private List<Transition> news(Held held, URI address, Transition last, Instant now) {
        if (isElsewhere(held, last)) {
            return branch(held, address, last, now);
        }
        List<Transition> next = next(held, address, last, now);
        return goesOn(held, next) ? next : branch(held, address, last, now);
    }

    /** Whether a history that ends so is not ours, or not the one that our depositary goes on with. */
    static boolean isElsewhere(Held held, Transition last) {
        return !held.isAnsweredFor(last) || differs(held, last);
    }

    /** Whether what comes next comes after our last: the place may have come back to our depositary in another history. */
    static boolean goesOn(Held held, List<Transition> next) {
        return next.stream()
                .filter(transition -> transition.number() == held.chain().number() + 1)
                .allMatch(
                        transition -> transition.previous().equals(held.chain().head()));
    }

    private List<Transition> next(Held held, URI address, Transition last, Instant now) {
        int ours = held.chain().number();
        int end = Math.min(last.number(), PublicRecord.pageOf(ours + 1) * PublicRecord.PAGE);
        return end > ours ? readRecord.transitions(address, ours, end, now) : List.of();
    }

    /**
     * What leads to a transition that does not follow from ours. It is read once, and once a minute, since what does
     * not hold now may hold as the clock goes on.
     */
    private List<Transition> branch(Held held, URI address, Transition last, Instant now) {
        String name = held.chain().head() + last.hash() + now.truncatedTo(ChronoUnit.MINUTES);
        boolean known = held.hashAt(last.number()).filter(last.hash()::equals).isPresent();
        return known || name.equals(read.put(address, name))
                ? List.of()
                : readBranch.read(held, address, last.number(), now);
    }

    /** What comes after our last, or puts another in the depositary's place where we went on with the former one. */
    private static boolean isNews(Held held, Transition transition) {
        return transition.number() > held.chain().number()
                || transition.successor().isPresent()
                        && held.hashAt(transition.number())
                                .filter(transition.hash()::equals)
                                .isEmpty();
    }

    /** Whether what is newer than the party's last word shows it elsewhere. */
    private static boolean changes(Held held, Party party, Standing shown) {
        Standing known = held.standings().get(party.key());
        return known == null
                || (shown.saidAt().isAfter(known.saidAt())
                        && !(known.number() == shown.number()
                                && known.head().equals(shown.head())
                                && known.astray() == shown.astray()));
    }

    /** Where a record shows its party; empty when it shows nothing that our depositary answers for. */
    private static Optional<Standing> standing(Held held, PublicRecord record, List<Transition> news, Instant saidAt) {
        return telling(held, record.last(), news)
                .map(last -> new Standing(last.number(), last.hash(), saidAt, record.astray()));
    }

    /**
     * The last of a record that our depositary answers for; or, where it changed its keys on our history alone, the first that
     * it signed beside what we hold of the same number.
     */
    static Optional<Transition> telling(Held held, Transition last, List<Transition> news) {
        return Stream.concat(Stream.of(last), news.stream().filter(one -> differs(held, one)))
                .filter(held::isAnsweredFor)
                .findFirst();
    }

    private static boolean differs(Held held, Transition transition) {
        return held.hashAt(transition.number())
                .filter(hash -> !hash.equals(transition.hash()))
                .isPresent();
    }

    /** Why a transition of it was not taken; empty when all were that are news. */
    private Optional<Rejection> take(
            String name, Party party, PublicRecord record, List<Transition> news, Instant fetchedAt, Instant now) {
        ledger.open();
        Held before = ententes.find(name).orElseThrow();
        takeTransition.follow(before, news, record.textsBeside(before), now);
        Optional<Rejection> refused = Optional.empty();
        for (Transition transition : news) {
            Held held = ententes.find(name).orElseThrow();
            if (isNews(held, transition)
                    && takeTransition.take(held, transition, record.textsBeside(held), now)
                            instanceof Verdict.Rejected(var reason)) {
                LOG.warn("transition {} of {} is refused: {}", transition.number(), name, reason.code());
                refused = Optional.of(reason);
                break;
            }
        }
        Held held = ententes.find(name).orElseThrow();
        standing(held, record, news, fetchedAt)
                .filter(shown -> changes(held, party, shown))
                .ifPresent(shown -> note(held, party, shown, before.pace(), now));
        return refused;
    }

    private void note(Held held, Party party, Standing shown, Pace before, Instant now) {
        String name = held.entente().name();
        commonGround.note(held, party.key(), shown);
        ententes.note(name, party.key(), shown);
        Held after = ententes.find(name).orElseThrow();
        if (after.pace() != before && after.chain().hasEntered()) {
            publishRecord.publish(after, now);
        }
    }
}
