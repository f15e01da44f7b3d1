package org.entente.node.trust.resolve;

import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entente.node.frontier.Mirror;
import org.entente.node.kernel.NodeIdentity;
import org.entente.node.keys.Keys;
import org.entente.node.trust.mark.IssueMarks;
import org.entente.node.trust.peer.KnownPeers;
import org.entente.node.trust.statement.PublishStatement;
import org.entente.protocols.federation.ChainSearch;
import org.entente.protocols.federation.EntityStatement;
import org.entente.protocols.federation.ResolveResponse;
import org.entente.protocols.federation.SearchOutcome;
import org.entente.protocols.federation.TrustMark;
import org.entente.protocols.jose.Jwks;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** Resolves an entity under a trust anchor whose keys are known here. */
@Component
public class ResolveEntity {
    private final PublishStatement publishStatement;
    private final KnownPeers knownPeers;
    private final IssueMarks issueMarks;
    private final Mirror mirror;
    private final NodeIdentity node;
    private final Keys keys;

    ResolveEntity(
            PublishStatement publishStatement,
            KnownPeers knownPeers,
            IssueMarks issueMarks,
            Mirror mirror,
            NodeIdentity node,
            Keys keys) {
        this.publishStatement = publishStatement;
        this.knownPeers = knownPeers;
        this.issueMarks = issueMarks;
        this.mirror = mirror;
        this.node = node;
        this.keys = keys;
    }

    /**
     * Resolves.
     *
     * @param anchor this node, or one whose keys are pinned, introduced or vouched for
     * @param entityTypes the entity types that are wanted; every one when empty
     */
    public ResolveOutcome resolve(URI subject, URI anchor, Set<String> entityTypes, Instant now) {
        Optional<Jwks> anchorKeys = keysOf(anchor, now);
        if (anchorKeys.isEmpty()) {
            return new ResolveOutcome.UnknownAnchor();
        }
        return switch (search(subject, anchor, anchorKeys.get(), now)) {
            case SearchOutcome.Found found -> new ResolveOutcome.Resolved(response(subject, found, entityTypes, now));
            case SearchOutcome.NotFound not
            when not.reason() == SearchOutcome.Reason.UNKNOWN_SUBJECT -> new ResolveOutcome.UnknownSubject();
            case SearchOutcome.NotFound not -> new ResolveOutcome.NotTrusted(not);
        };
    }

    /** Looks for a chain in what is known here. */
    public SearchOutcome search(URI subject, URI anchor, Jwks anchorKeys, Instant now) {
        return ChainSearch.to(
                anchor, anchorKeys, subject, new KnownStatements(publishStatement, mirror, node, now), now);
    }

    private ResolveResponse response(URI subject, SearchOutcome.Found found, Set<String> entityTypes, Instant now) {
        ObjectNode metadata = found.verdict().metadata().deepCopy();
        if (!entityTypes.isEmpty()) {
            metadata.retain(entityTypes);
        }
        return new ResolveResponse(
                node.entityId(),
                subject,
                now.truncatedTo(ChronoUnit.SECONDS),
                found.verdict().expiresAt(),
                metadata,
                found.chain(),
                marks(found, now));
    }

    /** The marks that the anchor recognises, whose issuer signed them, and that are granted by what this node itself holds. */
    private List<TrustMark> marks(SearchOutcome.Found found, Instant now) {
        EntityStatement anchor = found.chain().getLast();
        EntityStatement entity = found.verdict().entity();
        return entity.content().marks().own().stream()
                .filter(mark -> isRecognised(anchor, mark))
                .filter(mark -> keysOf(mark.content().issuer(), now)
                        .filter(issuerKeys -> mark.verify(entity.subject(), issuerKeys, now) == TrustMark.Verdict.VALID)
                        .isPresent())
                .filter(mark -> issueMarks.isGranted(mark.markType(), entity.subject(), now))
                .toList();
    }

    private static boolean isRecognised(EntityStatement anchor, TrustMark mark) {
        Set<URI> issuers = anchor.content().marks().issuers().get(mark.markType());
        return issuers != null
                && (issuers.isEmpty() || issuers.contains(mark.content().issuer()));
    }

    private Optional<Jwks> keysOf(URI entity, Instant now) {
        return entity.equals(node.entityId()) ? Optional.of(keys.federationKeys()) : knownPeers.keysOf(entity, now);
    }
}
