package org.entente.node.frontier.mirror;

import java.net.URI;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.entente.node.frontier.FetchOutcome;
import org.entente.node.frontier.FetchOutcome.Reason;
import org.entente.node.frontier.MirrorSource;
import org.entente.node.kernel.NodeIdentity;
import org.entente.node.kernel.Origins;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** One round of the mirror: everything that is wanted, whether it was used or not; one publisher delays no other. */
@Component
class RefreshMirror {
    private static final Logger LOG = LoggerFactory.getLogger(RefreshMirror.class);

    private final ObjectProvider<MirrorSource> sources;
    private final FetchDocument fetchDocument;
    private final Copies copies;
    private final NodeIdentity node;

    RefreshMirror(ObjectProvider<MirrorSource> sources, FetchDocument fetchDocument, Copies copies, NodeIdentity node) {
        this.sources = sources;
        this.fetchDocument = fetchDocument;
        this.copies = copies;
        this.node = node;
    }

    void refresh(Instant now) throws InterruptedException {
        Set<URI> wanted = sources.stream()
                .flatMap(source -> source.wanted().stream().sorted().limit(MirrorSource.MAX_WANTED))
                .filter(Origins::isAcceptable)
                .filter(address -> !Origins.of(address).equals(node.origin()))
                .collect(Collectors.toSet());
        copies.keepOnly(wanted);
        Map<URI, List<URI>> byPublisher = wanted.stream().sorted().collect(Collectors.groupingBy(Origins::of));
        Collection<Callable<Void>> rounds = byPublisher.values().stream()
                .map(addresses -> round(addresses, now))
                .toList();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            threads.invokeAll(rounds);
        }
    }

    private Callable<Void> round(List<URI> addresses, Instant now) {
        return () -> {
            for (URI address : addresses) {
                if (fetchDocument.fetch(address, now) instanceof FetchOutcome.Unavailable(Reason reason)) {
                    LOG.debug("no copy of {}: {}", address, reason);
                    if (reason == Reason.NO_ANSWER) {
                        return null; // the publisher is away; the next round tries again
                    }
                }
            }
            return null;
        };
    }
}
