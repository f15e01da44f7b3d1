package org.entente.node.trust;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.entente.protocols.jose.CompactJws;
import org.entente.protocols.jose.Jwks;

/** The front desk: other nodes, how they were introduced, and which of their keys are pinned. */
public interface Trust {
    /**
     * Fetches the configuration of a node now, verifies it, and knows its keys from then on. By an officer's or a partner's
     * act only, never while something is presented; not in a transaction, since it waits for the network.
     */
    IntroductionOutcome introduce(URI entity, Instant now);

    /**
     * Gets to know a node that an entente names and whose configuration some room therefore wants mirrored: a stranger as
     * {@link #introduce} does, from the mirrored copy; one that is known already stays as it is ({@link #peer}). Never asks
     * the network.
     */
    IntroductionOutcome acquaint(URI entity, Instant now);

    /**
     * A node as its mirrored configuration presents it, if the configuration is genuine and of this time and was signed by a
     * key that is known here ({@link #keysOf}); otherwise as it was introduced. Never asks the network.
     */
    Optional<Introduction> peer(URI entity, Instant now);

    /**
     * The keys under which a node's signatures are believed: the pinned ones, if any; otherwise those of its introduction;
     * otherwise those the council's directory vouches for. Empty for a stranger.
     */
    Optional<Jwks> keysOf(URI entity, Instant now);

    /** How the keys that {@link #keysOf} gives came to be known; empty for a stranger. */
    Optional<KeyBasis> basisOf(URI entity, Instant now);

    /**
     * The keys of a node by which others are known not to be its own: the pinned ones; where none are pinned, those of its
     * configuration, if that was mirrored after a moment. An introduction of before says nothing: keys change. Never asks the
     * network.
     *
     * @param keys those in question
     * @param since when they were stated
     */
    Optional<Jwks> contradicting(URI entity, Jwks keys, Instant since, Instant now);

    /**
     * Pins the keys of a node, in the caller's transaction: an entente names them. Keys that are pinned already give way only
     * to keys that the node itself has named, in a configuration that one of the pinned keys signed.
     */
    PinOutcome pin(URI entity, Jwks keys, Instant now);

    /**
     * Pins other keys of a node in place of those that are pinned, in the caller's transaction: an entente has taken a
     * statement of the node, and everybody can follow it, also who was away when the node changed its configuration.
     *
     * @param statement names the keys as its member {@code keys} (RFC 7517 §5); one of the pinned keys must have signed it
     * @param stated when the node made it; what it stated earlier than the last that was followed changes nothing
     */
    PinOutcome rollOver(URI entity, CompactJws statement, Instant stated, Instant now);

    /** All nodes that were introduced or pinned, by identifier. */
    List<URI> peers();
}
