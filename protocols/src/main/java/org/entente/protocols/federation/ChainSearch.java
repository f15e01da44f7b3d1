package org.entente.protocols.federation;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.entente.protocols.federation.ChainVerdict.Broken;
import org.entente.protocols.federation.ChainVerdict.Trusted;
import org.entente.protocols.federation.SearchOutcome.Found;
import org.entente.protocols.federation.SearchOutcome.NotFound;
import org.entente.protocols.federation.SearchOutcome.Reason;
import org.entente.protocols.jose.Jwks;

/**
 * Follows an entity's authority hints to a trust anchor (OpenID Federation 1.0 §10.1): the shortest chain that holds. It
 * looks at nothing twice, goes no further than {@link TrustChain#MAX_LENGTH} and asks for no more than {@link #MAX_ASKED}
 * statements, however the entities point at each other.
 */
public final class ChainSearch {
    /** The most statements that one search asks for. */
    public static final int MAX_ASKED = 64;

    private final StatementSource source;
    private final URI anchor;
    private final Jwks anchorKeys;
    private final Instant now;
    private final Map<URI, Optional<EntityStatement>> configurations = new HashMap<>();
    private final Map<List<URI>, Optional<EntityStatement>> statements = new HashMap<>();
    private final Set<Reason> met = EnumSet.noneOf(Reason.class);
    private final List<Broken> broken = new ArrayList<>();
    private int asked;

    private ChainSearch(StatementSource source, URI anchor, Jwks anchorKeys, Instant now) {
        this.source = source;
        this.anchor = anchor;
        this.anchorKeys = anchorKeys;
        this.now = now;
    }

    /** A way that has been followed so far: the chain without the anchor's own, and the configuration at its upper end. */
    private record Way(List<EntityStatement> chain, EntityStatement top) {
        boolean passes(URI entity) {
            return chain.stream().anyMatch(statement -> statement.issuer().equals(entity));
        }

        Way upTo(EntityStatement superior, EntityStatement about) {
            List<EntityStatement> longer = new ArrayList<>(chain);
            longer.add(about);
            return new Way(List.copyOf(longer), superior);
        }
    }

    /**
     * Searches.
     *
     * @param anchorKeys the anchor's keys, known from elsewhere; whatever else is offered for it is not believed
     */
    public static SearchOutcome to(URI anchor, Jwks anchorKeys, URI subject, StatementSource source, Instant now) {
        return new ChainSearch(source, anchor, anchorKeys, now).from(subject);
    }

    private SearchOutcome from(URI subject) {
        Optional<EntityStatement> own = configuration(subject);
        if (own.isEmpty()) {
            return new NotFound(worst(Reason.UNKNOWN_SUBJECT), broken);
        }
        Deque<Way> ways = new ArrayDeque<>(List.of(new Way(List.of(own.get()), own.get())));
        while (!ways.isEmpty()) {
            Way way = ways.removeFirst();
            if (way.top().subject().equals(anchor)) {
                Optional<Found> found = verified(way);
                if (found.isPresent()) {
                    return found.get();
                }
            } else {
                way.top()
                        .content()
                        .authorityHints()
                        .forEach(hint -> follow(way, hint).ifPresent(ways::addLast));
            }
        }
        return new NotFound(worst(Reason.NO_PATH), broken);
    }

    /** One superior further; empty where nothing leads there. */
    private Optional<Way> follow(Way way, URI hint) {
        if (way.passes(hint)) {
            met.add(Reason.LOOP);
            return Optional.empty();
        }
        if (way.chain().size() >= TrustChain.MAX_LENGTH - 1) {
            met.add(Reason.TOO_LONG);
            return Optional.empty();
        }
        return configuration(hint)
                .flatMap(superior -> about(superior, way.top().subject()).map(about -> way.upTo(superior, about)));
    }

    private Optional<Found> verified(Way way) {
        List<EntityStatement> chain = new ArrayList<>(way.chain());
        if (chain.size() > 1) {
            chain.add(way.top());
        }
        return switch (TrustChain.verify(chain, anchor, anchorKeys, now)) {
            case Trusted trusted -> Optional.of(new Found(chain, trusted));
            case Broken refused -> {
                broken.add(refused);
                yield Optional.empty();
            }
        };
    }

    private Optional<EntityStatement> configuration(URI entity) {
        return remembered(
                configurations,
                entity,
                () -> source.configuration(entity),
                own -> own.isConfiguration() && own.subject().equals(entity));
    }

    private Optional<EntityStatement> about(EntityStatement superior, URI subject) {
        return remembered(
                statements,
                List.of(superior.subject(), subject),
                () -> source.about(superior, subject),
                said -> said.issuer().equals(superior.subject())
                        && said.subject().equals(subject));
    }

    private <K> Optional<EntityStatement> remembered(
            Map<K, Optional<EntityStatement>> known,
            K key,
            Supplier<StatementSource.Lookup> lookup,
            Predicate<EntityStatement> isIt) {
        if (!known.containsKey(key)) {
            known.put(key, asked(lookup).filter(statement -> {
                if (!isIt.test(statement)) {
                    met.add(Reason.MALFORMED);
                }
                return isIt.test(statement);
            }));
        }
        return known.get(key);
    }

    private Optional<EntityStatement> asked(Supplier<StatementSource.Lookup> lookup) {
        if (asked >= MAX_ASKED) {
            met.add(Reason.TOO_MANY);
            return Optional.empty();
        }
        asked++;
        return switch (lookup.get()) {
            case StatementSource.Known(EntityStatement statement) -> Optional.of(statement);
            case StatementSource.Malformed() -> {
                met.add(Reason.MALFORMED);
                yield Optional.empty();
            }
            case StatementSource.Missing() -> {
                met.add(Reason.MISSING);
                yield Optional.empty();
            }
        };
    }

    /** The reason that says most about what was met on the way. */
    private Reason worst(Reason otherwise) {
        if (!broken.isEmpty()) {
            return Reason.BROKEN;
        }
        if (otherwise == Reason.UNKNOWN_SUBJECT && !met.contains(Reason.MALFORMED)) {
            return otherwise;
        }
        return met.stream().findFirst().orElse(otherwise);
    }
}
