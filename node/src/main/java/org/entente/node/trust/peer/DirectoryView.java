package org.entente.node.trust.peer;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.entente.protocols.federation.EntityStatement;
import org.entente.protocols.jose.Jwks;
import org.springframework.stereotype.Component;

/** What the council's directory says, beside what is pinned here. */
@Component
public class DirectoryView {
    private final Directory directory;
    private final KnownPeers knownPeers;
    private final Pins pins;

    DirectoryView(Directory directory, KnownPeers knownPeers, Pins pins) {
        this.directory = directory;
        this.knownPeers = knownPeers;
        this.pins = pins;
    }

    /** The directory as a trust anchor. */
    public record Anchor(URI entity, Jwks keys) {}

    /** The directory and its keys, as far as they are known. */
    public Optional<Anchor> anchor(Instant now) {
        return directory
                .entity()
                .flatMap(council -> knownPeers.directoryKeys(council, now).map(keys -> new Anchor(council, keys)));
    }

    /** The members besides ourselves. */
    public List<URI> members() {
        return directory.members();
    }

    /** How many members the directory lists beyond those that are looked at. */
    public int beyond() {
        return directory.listed().size() - directory.members().size();
    }

    /** What the directory says of a member. */
    public Optional<EntityStatement> statementAbout(URI member) {
        return directory.statementAbout(member).flatMap(directory::statement);
    }

    /** The keys that are pinned for an entity. */
    public Optional<Jwks> pinned(URI entity) {
        return pins.find(entity);
    }
}
