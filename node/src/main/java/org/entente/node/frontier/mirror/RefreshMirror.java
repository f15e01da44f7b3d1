package org.entente.node.frontier.mirror;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.entente.node.frontier.FetchOutcome;
import org.entente.node.frontier.FetchOutcome.Reason;
import org.entente.node.frontier.FrontierSettings;
import org.entente.node.frontier.MirrorSource;
import org.entente.node.kernel.NodeIdentity;
import org.entente.node.kernel.Origins;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * One round of the mirror: everything that is wanted, whether it was used or not. Each publisher has a share of its own,
 * in documents and in time, so that one that is slow or publishes without end takes nothing from another.
 */
@Component
class RefreshMirror {
    /** How long a copy is kept that nothing wants any more. */
    private static final Duration UNWANTED = Duration.ofDays(1);

    private static final Logger LOG = LoggerFactory.getLogger(RefreshMirror.class);

    private final ObjectProvider<MirrorSource> sources;
    private final FetchDocument fetchDocument;
    private final Copies copies;
    private final Watching watching;
    private final NodeIdentity node;
    private final SecureRandom random;
    private final Duration budget;

    RefreshMirror(
            ObjectProvider<MirrorSource> sources,
            FetchDocument fetchDocument,
            Copies copies,
            Watching watching,
            NodeIdentity node,
            SecureRandom random,
            FrontierSettings settings) {
        this.sources = sources;
        this.fetchDocument = fetchDocument;
        this.copies = copies;
        this.watching = watching;
        this.node = node;
        this.random = random;
        this.budget = settings.mirrorEvery();
    }

    /** Fetches what is wanted; what a publisher does not hand over in the time between two rounds waits for the next. */
    void refresh(Instant now) throws InterruptedException {
        Map<URI, List<URI>> byPublisher = new TreeMap<>();
        sources.stream()
                .flatMap(source -> source.wanted().stream())
                .filter(Origins::isAcceptable)
                .filter(address -> !Origins.of(address).equals(node.origin()))
                .distinct()
                .sorted()
                .forEach(address -> byPublisher
                        .computeIfAbsent(Origins.of(address), publisher -> new ArrayList<>())
                        .add(address));
        byPublisher.replaceAll((publisher, addresses) -> share(publisher, addresses, now));
        copies.keepOnly(
                byPublisher.values().stream().flatMap(List::stream).collect(Collectors.toSet()), now.minus(UNWANTED));
        long begun = System.nanoTime();
        Map<URI, Boolean> answered = fetch(byPublisher, now);
        watching.note(answered, Duration.ofNanos(System.nanoTime() - begun).plus(budget), now);
    }

    /** Of each publisher, whether anything came back; nothing of one where the fault was ours. */
    private Map<URI, Boolean> fetch(Map<URI, List<URI>> byPublisher, Instant now) throws InterruptedException {
        Deadline end = Deadline.in(budget);
        List<URI> publishers = List.copyOf(byPublisher.keySet());
        List<Callable<Boolean>> rounds = byPublisher.values().stream()
                .map(addresses -> round(addresses, now, end))
                .toList();
        Map<URI, Boolean> answered = new TreeMap<>();
        // Without a time limit of its own, which would interrupt threads that are writing to the database.
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Boolean>> all = threads.invokeAll(rounds);
            for (int i = 0; i < all.size(); i++) {
                Future<Boolean> round = all.get(i);
                if (round.state() == Future.State.FAILED) {
                    LOG.warn("a publisher's documents could not be mirrored", round.exceptionNow());
                } else {
                    answered.put(publishers.get(i), round.resultNow());
                }
            }
        }
        return answered;
    }

    private List<URI> share(URI publisher, List<URI> addresses, Instant now) {
        if (addresses.size() <= MirrorSource.MAX_WANTED) {
            return addresses;
        }
        LOG.warn(
                "{} publishes {} documents; {} of them are mirrored",
                publisher,
                addresses.size(),
                MirrorSource.MAX_WANTED);
        fetchDocument.refuse(publisher, "too_many", now);
        return addresses.subList(0, MirrorSource.MAX_WANTED);
    }

    private Callable<Boolean> round(List<URI> addresses, Instant now, Deadline end) {
        List<URI> mixed = new ArrayList<>(addresses);
        // In another order each time: if time is short, it is not always the same documents that wait.
        Collections.shuffle(mixed, random);
        return () -> {
            boolean answered = false;
            for (URI address : mixed) {
                if (end.isOver()) {
                    return answered;
                }
                switch (fetchDocument.fetch(address, now, end.left())) {
                    case FetchOutcome.Fetched ignored -> answered = true;
                    case FetchOutcome.Unavailable(Reason reason) -> {
                        LOG.debug("no copy of {}: {}", address, reason);
                        if (reason == Reason.NO_ANSWER) {
                            return answered; // the publisher is away; the next round tries again
                        }
                    }
                }
            }
            return answered;
        };
    }
}
