package org.entente.node.trust.peer;

import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.entente.node.frontier.PeerKeys;
import org.entente.node.trust.Introduction;
import org.entente.node.trust.KeyBasis;
import org.entente.node.trust.statement.NodeMetadata;
import org.entente.protocols.ProtocolError;
import org.entente.protocols.federation.EntityStatement;
import org.entente.protocols.federation.StatementVerdict;
import org.entente.protocols.jose.Jwks;
import org.entente.protocols.jose.PublicJwk;
import org.springframework.stereotype.Component;

/** Whom we know, and by which keys. */
@Component
public class KnownPeers implements PeerKeys {
    private final Pins pins;
    private final Introductions introductions;
    private final Directory directory;
    private final InstantSource clock;

    KnownPeers(Pins pins, Introductions introductions, Directory directory, InstantSource clock) {
        this.pins = pins;
        this.introductions = introductions;
        this.directory = directory;
        this.clock = clock;
    }

    @Override
    public List<PublicJwk> keysOf(URI entity) {
        return keysOf(entity, clock.instant()).map(Jwks::keys).orElse(List.of());
    }

    /** As {@link org.entente.node.trust.Trust#keysOf}. */
    public Optional<Jwks> keysOf(URI entity, Instant now) {
        return firstHandKeys(entity).or(() -> vouchedKeys(entity, now));
    }

    /** As {@link org.entente.node.trust.Trust#basisOf}. */
    public Optional<KeyBasis> basisOf(URI entity, Instant now) {
        return pins.find(entity)
                .map(keys -> KeyBasis.PINNED)
                .or(() -> introductions.find(entity).map(own -> KeyBasis.INTRODUCED))
                .or(() -> vouchedKeys(entity, now).map(keys -> KeyBasis.VOUCHED));
    }

    /** As {@link org.entente.node.trust.Trust#peer}. */
    public Optional<Introduction> peer(URI entity, Instant now) {
        Optional<EntityStatement> latest = keysOf(entity, now).flatMap(keys -> latest(entity, keys, now));
        return latest.or(() -> introductions.find(entity)).flatMap(KnownPeers::read);
    }

    /** As {@link org.entente.node.trust.Trust#contradicting}. */
    public Optional<Jwks> contradicting(URI entity, Jwks keys, Instant since, Instant now) {
        Optional<Jwks> known = pins.find(entity)
                .or(() -> directory
                        .statement(Directory.configurationOf(entity), since)
                        .filter(own -> own.isConfiguration() && own.subject().equals(entity))
                        .filter(own -> own.verify(own.keys(), now) instanceof StatementVerdict.Valid)
                        .map(EntityStatement::keys));
        return known.filter(one -> !one.keys().containsAll(keys.keys()));
    }

    /** As {@link org.entente.node.trust.Trust#peers}. */
    public List<URI> peers() {
        return Stream.concat(pins.entities().stream(), introductions.entities().stream())
                .distinct()
                .sorted()
                .toList();
    }

    /** Whether a configuration of the entity that one of its pinned keys signed, valid now, lists these keys. */
    boolean hasAnnounced(URI entity, Jwks keys, Instant now) {
        return pins.find(entity).stream()
                .flatMap(pinned -> Stream.concat(
                                latest(entity, pinned, now).stream(), introductions.find(entity).stream())
                        .filter(own -> own.verify(pinned, now) instanceof StatementVerdict.Valid))
                .anyMatch(own -> own.keys().keys().containsAll(keys.keys()));
    }

    private Optional<Jwks> firstHandKeys(URI entity) {
        return pins.find(entity).or(() -> introductions.find(entity).map(EntityStatement::keys));
    }

    private Optional<Jwks> vouchedKeys(URI entity, Instant now) {
        return directory
                .entity()
                .flatMap(council -> directoryKeys(council, now))
                .flatMap(keys -> directory.vouchedKeys(entity, keys, now));
    }

    /**
     * The directory's keys. Where nobody introduced it, those of its own configuration: the operator named the directory,
     * and https says that the answer is from it.
     */
    Optional<Jwks> directoryKeys(URI council, Instant now) {
        return firstHandKeys(council)
                .or(() -> directory
                        .statement(Directory.configurationOf(council))
                        .filter(own -> own.isConfiguration() && own.subject().equals(council))
                        .filter(own -> own.verify(own.keys(), now) instanceof StatementVerdict.Valid)
                        .map(EntityStatement::keys));
    }

    private Optional<EntityStatement> latest(URI entity, Jwks keys, Instant now) {
        return directory
                .statement(Directory.configurationOf(entity))
                .filter(own -> own.isConfiguration() && own.subject().equals(entity))
                .filter(own -> own.verify(keys, now) instanceof StatementVerdict.Valid);
    }

    private static Optional<Introduction> read(EntityStatement configuration) {
        try {
            return Optional.of(NodeMetadata.read(configuration));
        } catch (ProtocolError malformed) {
            return Optional.empty();
        }
    }
}
