package org.entente.node.trust.mark;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.entente.node.frontier.Frontier;
import org.entente.node.kernel.NodeIdentity;
import org.entente.node.kernel.Secrets;
import org.entente.node.keys.Keys;
import org.entente.node.trust.Accreditation;
import org.entente.node.trust.FederationPaths;
import org.entente.node.trust.MarkGrant;
import org.entente.protocols.federation.Marks;
import org.entente.protocols.federation.TrustMark;
import org.entente.protocols.federation.TrustMarkStatus;
import org.entente.protocols.jose.Jwks;
import org.entente.protocols.json.Json;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Signs the trust marks that the rooms grant, and says whether one that was signed still counts: what is not granted at the
 * moment of the question does not.
 */
@Component
public class IssueMarks {
    /** How long a mark is valid at most: a reader that never asks for its status believes it no longer. */
    static final Duration LIFETIME = Duration.ofHours(24);

    /** So many fit into a configuration that every reader takes; the others are handed out one by one. */
    static final int MAX_SHOWN = 16;

    private final ObjectProvider<Accreditation> accreditations;
    private final SignedDocuments documents;
    private final Frontier frontier;
    private final NodeIdentity node;
    private final Keys keys;

    IssueMarks(
            ObjectProvider<Accreditation> accreditations,
            SignedDocuments documents,
            Frontier frontier,
            NodeIdentity node,
            Keys keys) {
        this.accreditations = accreditations;
        this.documents = documents;
        this.frontier = frontier;
        this.node = node;
        this.keys = keys;
    }

    /** What is granted at this moment, in a fixed order. */
    public List<MarkGrant> granted(Instant now) {
        return accreditations.stream()
                .flatMap(accreditation -> accreditation.marks(now).stream())
                // A mark is valid for whole seconds: one that ends within this second would end before it begins.
                .filter(grant -> !grant.until()
                        .isBefore(now.truncatedTo(ChronoUnit.SECONDS).plusSeconds(1)))
                .sorted(Comparator.comparing(MarkGrant::markType).thenComparing(MarkGrant::subject))
                .toList();
    }

    /** Whether a mark of this type is granted to an entity at this moment. */
    public boolean isGranted(String markType, URI subject, Instant now) {
        return grant(markType, subject, now).isPresent();
    }

    /** The mark of this type that an entity bears. */
    public Optional<TrustMark> mark(String markType, URI subject, Instant now) {
        return grant(markType, subject, now).map(grant -> signed(grant, now));
    }

    /** The marks that an entity shows in its configuration: the first {@link #MAX_SHOWN} that it bears. */
    public List<TrustMark> shownBy(URI subject, Instant now) {
        return granted(now).stream()
                .filter(grant -> grant.subject().equals(subject))
                .limit(MAX_SHOWN)
                .map(grant -> signed(grant, now))
                .toList();
    }

    /** The types that a configuration names as issued here: the first {@link Marks#MAX_MARKS}. */
    public List<String> issuedTypes(Instant now) {
        return granted(now).stream()
                .map(grant -> grant.markType().toString())
                .distinct()
                .limit(Marks.MAX_MARKS)
                .toList();
    }

    /** What a mark counts for now; empty for one that this node did not sign. */
    Optional<TrustMarkStatus> status(TrustMark mark, Instant now) {
        if (!mark.content().issuer().equals(node.entityId()) || !mark.isSignedBy(ours())) {
            return Optional.empty();
        }
        if (!mark.content().expiresAt().isAfter(now)) {
            return Optional.of(TrustMarkStatus.EXPIRED);
        }
        boolean granted = isGranted(mark.markType(), mark.content().subject(), now);
        return Optional.of(granted ? TrustMarkStatus.ACTIVE : TrustMarkStatus.REVOKED);
    }

    private Jwks ours() {
        return keys.federationKeys();
    }

    private Optional<MarkGrant> grant(String markType, URI subject, Instant now) {
        return granted(now).stream()
                .filter(grant -> grant.markType().toString().equals(markType))
                .filter(grant -> grant.subject().equals(subject))
                .findFirst();
    }

    private TrustMark signed(MarkGrant grant, Instant now) {
        Instant issuedAt = now.truncatedTo(ChronoUnit.SECONDS);
        Instant longest = issuedAt.plus(LIFETIME);
        Instant until = grant.until().isBefore(longest) ? grant.until().truncatedTo(ChronoUnit.SECONDS) : longest;
        Instant renewAt = issuedAt.plus(Duration.between(issuedAt, until).dividedBy(2));
        String name = "mark " + grant.markType() + " " + grant.subject();
        byte[] content = Secrets.sha256(Json.canonical(Json.newObject()
                .put("key", keys.federation().keyId())
                .put("until", grant.until().toString())
                .put("ref", grant.reference().toString())));
        SignedDocuments.Signed signed = documents.current(
                name,
                content,
                renewAt,
                now,
                () -> TrustMark.sign(
                                new TrustMark.Content(
                                        node.entityId(),
                                        grant.subject(),
                                        grant.markType().toString(),
                                        issuedAt,
                                        until,
                                        grant.reference()),
                                keys.federation())
                        .toString());
        if (signed.isNew()) {
            frontier.published(
                    address(grant), TrustMark.MEDIA_TYPE, signed.document().getBytes(StandardCharsets.US_ASCII), now);
        }
        return TrustMark.parse(signed.document());
    }

    private URI address(MarkGrant grant) {
        return URI.create(node.origin() + FederationPaths.TRUST_MARK
                + "?trust_mark_type=" + URLEncoder.encode(grant.markType().toString(), StandardCharsets.UTF_8)
                + "&sub=" + URLEncoder.encode(grant.subject().toString(), StandardCharsets.UTF_8));
    }
}
