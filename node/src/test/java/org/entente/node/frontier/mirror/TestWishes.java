package org.entente.node.frontier.mirror;

import java.net.URI;
import java.util.Set;
import org.entente.node.frontier.MirrorSource;
import org.springframework.stereotype.Component;

/** Wants what a test wants. */
@Component
public final class TestWishes implements MirrorSource {
    private volatile Set<URI> wanted = Set.of();

    void want(URI... addresses) {
        wanted = Set.of(addresses);
    }

    @Override
    public Set<URI> wanted() {
        return wanted;
    }
}
