package org.entente.protocols.federation;

import java.net.URI;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entente.protocols.federation.ChainVerdict.Broken;
import org.entente.protocols.federation.ChainVerdict.Step;
import org.entente.protocols.jose.Jwks;

/**
 * A trust chain (OpenID Federation 1.0 §4): an entity's configuration, the statements of its superiors upwards, and last,
 * if it is given, the configuration of the trust anchor.
 */
public final class TrustChain {
    /** The longest chain that is read. */
    public static final int MAX_LENGTH = 8;

    private TrustChain() {}

    /**
     * Verifies a chain (§10.2) and resolves the entity's metadata under its superiors' policies and constraints (§6).
     *
     * @param chain the entity's configuration first; one statement alone is the trust anchor's own
     * @param anchor the trust anchor's entity identifier
     * @param anchorKeys its keys, known from elsewhere
     */
    public static ChainVerdict verify(List<EntityStatement> chain, URI anchor, Jwks anchorKeys, Instant now) {
        if (chain.isEmpty() || chain.size() > MAX_LENGTH) {
            return new Broken(Step.LENGTH, 0);
        }
        Optional<Broken> gap = gap(chain, anchor);
        if (gap.isPresent()) {
            return gap.get();
        }
        EntityStatement entity = chain.getFirst();
        if (!entity.isSignedBy(entity.keys())) {
            return new Broken(Step.SIGNATURE, 0);
        }
        int last = chain.size() - 1;
        Instant expiresAt = entity.content().expiresAt();
        for (int i = 0; i <= last; i++) {
            EntityStatement statement = chain.get(i);
            Jwks signerKeys = i == last ? anchorKeys : chain.get(i + 1).keys();
            if (statement.verify(signerKeys, now) instanceof StatementVerdict.Invalid(StatementVerdict.Step step)) {
                return new Broken(Step.of(step), i);
            }
            Instant end = statement.content().expiresAt();
            expiresAt = end.isBefore(expiresAt) ? end : expiresAt;
        }
        return Resolution.of(chain, expiresAt);
    }

    /** Where the statements, by the names in them, do not lead upwards to the anchor. */
    private static Optional<Broken> gap(List<EntityStatement> chain, URI anchor) {
        int last = chain.size() - 1;
        Set<URI> speakers = new HashSet<>();
        for (int i = 0; i <= last; i++) {
            EntityStatement statement = chain.get(i);
            boolean ownExpected = i == 0;
            boolean ownAllowed = ownExpected || i == last;
            if (statement.isConfiguration() ? !ownAllowed : ownExpected) {
                return Optional.of(new Broken(Step.KIND, i));
            }
            boolean anchorAboutItself = i == last && i > 0 && statement.isConfiguration();
            if (!anchorAboutItself && !speakers.add(statement.issuer())) {
                return Optional.of(new Broken(Step.LOOP, i));
            }
            if (i > 0 && !chain.get(i - 1).issuer().equals(statement.subject())) {
                return Optional.of(new Broken(Step.LINK, i));
            }
        }
        return chain.get(last).issuer().equals(anchor) ? Optional.empty() : Optional.of(new Broken(Step.ANCHOR, last));
    }
}
