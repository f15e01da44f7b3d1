package org.entente.node.trust;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whom this node knows from the beginning.
 *
 * @param councilDirectory the entity identifier of the council's directory, if the node is in one: adds discovery, never
 *     authority over a pinned key
 * @param superiors entities that speak for this node besides: its province, where it is a municipality's
 * @param ownEntities the ids of organisations that live here and are entities of their own, with keys of their own: a
 *     municipality under its province
 * @param subordinates entities elsewhere for which this node speaks: a municipality with a node of its own
 */
@ConfigurationProperties("entente.trust")
public record TrustSettings(
        @Nullable URI councilDirectory,
        @DefaultValue List<URI> superiors,
        @DefaultValue Set<String> ownEntities,
        @DefaultValue List<Subordinate> subordinates) {
    /** The most entities for which a government speaks. */
    public static final int MAX_SUBORDINATES = 2_000;

    /**
     * An entity elsewhere.
     *
     * @param entity its identifier
     * @param keys its federation keys, a JWK set as JSON (RFC 7517 §5): given by its operator, never fetched
     * @param entityTypes the entity types that it and those below it may have; every one when empty
     * @param maxPathLength how many intermediates may stand below it
     * @param names the hosts, or domains with a period before them, below which it and those below it have their
     *     identifiers; every one when empty
     */
    public record Subordinate(
            URI entity,
            String keys,
            @DefaultValue List<String> entityTypes,
            @DefaultValue("0") int maxPathLength,
            @DefaultValue List<String> names) {}

    public TrustSettings {
        superiors = List.copyOf(superiors);
        ownEntities = Set.copyOf(ownEntities);
        subordinates = List.copyOf(subordinates);
        if (subordinates.size() > MAX_SUBORDINATES) {
            throw new IllegalArgumentException("a node speaks for at most " + MAX_SUBORDINATES + " entities");
        }
    }

    /** Whom this node names as its superiors (OpenID Federation 1.0 §3.1.2). */
    public List<URI> authorityHints() {
        return Stream.concat(directory().stream(), superiors.stream())
                .distinct()
                .toList();
    }

    public Optional<URI> directory() {
        return Optional.ofNullable(councilDirectory);
    }
}
