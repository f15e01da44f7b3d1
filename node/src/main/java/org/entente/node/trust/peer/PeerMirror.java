package org.entente.node.trust.peer;

import java.net.URI;
import java.util.HashSet;
import java.util.Set;
import org.entente.node.frontier.MirrorSource;
import org.springframework.stereotype.Component;

/** Wants the configuration of everybody we know, and what the council's directory says of its members. */
@Component
class PeerMirror implements MirrorSource {
    private final KnownPeers knownPeers;
    private final Directory directory;

    PeerMirror(KnownPeers knownPeers, Directory directory) {
        this.knownPeers = knownPeers;
        this.directory = directory;
    }

    @Override
    public Set<URI> wanted() {
        Set<URI> wanted = new HashSet<>();
        knownPeers.peers().forEach(peer -> wanted.add(Directory.configurationOf(peer)));
        directory.entity().ifPresent(council -> {
            wanted.add(Directory.configurationOf(council));
            directory.list().ifPresent(wanted::add);
            directory.members().forEach(member -> {
                wanted.add(Directory.configurationOf(member));
                directory.statementAbout(member).ifPresent(wanted::add);
            });
        });
        return wanted;
    }
}
