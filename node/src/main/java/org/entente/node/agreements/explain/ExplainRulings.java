package org.entente.node.agreements.explain;

import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.entente.node.agreements.IssuerEvidence;
import org.entente.node.agreements.IssuerEvidence.Lack;
import org.entente.node.agreements.Question;
import org.entente.node.agreements.held.Held;
import org.entente.node.agreements.held.Holdings;
import org.entente.node.kernel.NodeIdentity;
import org.entente.node.keys.Keys;
import org.entente.node.trust.Trust;
import org.entente.protocols.jose.Jwks;
import org.springframework.stereotype.Component;

/** Explains questions by what this node holds and knows. Asks nobody. */
@Component
class ExplainRulings {
    private static final Comparator<Explanation> FARTHEST = Comparator.comparing(Explanation::holds)
            .thenComparing(explanation -> explanation
                    .path()
                    .firstFailed()
                    .map(explanation.path()::position)
                    .orElse(Integer.MAX_VALUE));

    private final Holdings holdings;
    private final Trust trust;
    private final Keys keys;
    private final NodeIdentity node;
    private final List<IssuerEvidence> evidence;

    ExplainRulings(Holdings holdings, Trust trust, Keys keys, NodeIdentity node, List<IssuerEvidence> evidence) {
        this.holdings = holdings;
        this.trust = trust;
        this.keys = keys;
        this.node = node;
        this.evidence = List.copyOf(evidence);
    }

    /**
     * Explains a question under the entente that comes closest to permitting it.
     *
     * @param ententes among which
     * @param at the moment asked about
     * @param now this moment: what was mirrored is what stands here now, its certificates judged by the moment asked about
     */
    Explanation explain(Question question, Collection<Held> ententes, Instant at, Instant now) {
        Surroundings surroundings = new Here(at, now);
        Moment moment = new Moment(at, now);
        return ententes.stream()
                .sorted(Comparator.comparing(held -> held.entente().name()))
                .map(held -> ExplainOne.explain(
                        Subject.of(held, moment, holdings.confirmedAt(held)), question, moment, surroundings))
                .max(FARTHEST)
                .orElseGet(() -> ExplainOne.withoutEntente(question, at));
    }

    /** What this node knows; of itself it needs no copy. */
    private final class Here implements Surroundings {
        private final Instant at;
        private final Instant now;

        Here(Instant at, Instant now) {
            this.at = at;
            this.now = now;
        }

        @Override
        public Optional<Jwks> keysOf(URI entity) {
            return entity.equals(node.entityId()) ? Optional.of(keys.federationKeys()) : trust.keysOf(entity, now);
        }

        @Override
        public Set<Lack> lacks(URI issuer, X509Certificate authority, String credentialType, Duration freshness) {
            if (issuer.toString().startsWith(node.entityId() + "/")) {
                return EnumSet.noneOf(Lack.class);
            }
            return evidence.stream()
                    .flatMap(room -> room.lacks(issuer, authority, credentialType, freshness, at).stream())
                    .collect(Collectors.toSet());
        }
    }
}
