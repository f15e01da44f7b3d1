package org.entente.node.verification.status;

import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entente.node.agreements.IssuerEvidence;
import org.entente.node.frontier.Mirror;
import org.entente.node.frontier.MirroredDocument;
import org.entente.node.verification.chain.KnownChains;
import org.entente.protocols.ProtocolError;
import org.entente.protocols.json.Json;
import org.entente.protocols.oid4vci.IssuerMetadata;
import org.entente.protocols.statuslist.StatusListToken;
import org.entente.protocols.x509.Certificates;
import org.springframework.stereotype.Component;

/**
 * What the mirror holds of an issuer: its metadata, and its status lists with the certificate under which it signs them,
 * which is the one under which it signs credentials. Of several lists the one that lacks least counts.
 */
@Component
class MirroredEvidence implements IssuerEvidence {
    private final Mirror mirror;
    private final GenuineLists lists;
    private final KnownChains chains;

    MirroredEvidence(Mirror mirror, GenuineLists lists, KnownChains chains) {
        this.mirror = mirror;
        this.lists = lists;
        this.chains = chains;
    }

    @Override
    public Set<Lack> lacks(
            URI issuer, X509Certificate authority, String credentialType, Duration freshness, Instant now) {
        Optional<MirroredDocument> copy = mirror.document(IssuerMetadata.location(issuer));
        if (copy.isEmpty()) {
            return EnumSet.of(Lack.METADATA_MISSING);
        }
        Optional<IssuerMetadata> metadata = metadata(issuer, copy.get());
        if (metadata.isEmpty()) {
            return EnumSet.of(Lack.METADATA_MALFORMED);
        }
        Set<Lack> lacks = lacksOfLists(issuer, authority, copy.get(), now.minus(freshness), now);
        boolean offered = metadata.get().configurations().stream()
                .anyMatch(configuration -> configuration.vct().equals(credentialType));
        if (!offered) {
            lacks.add(Lack.TYPE_NOT_OFFERED);
        }
        return lacks;
    }

    private static Optional<IssuerMetadata> metadata(URI issuer, MirroredDocument copy) {
        try {
            return Optional.of(IssuerMetadata.parse(Json.object(copy.body()), issuer));
        } catch (ProtocolError e) {
            return Optional.empty();
        }
    }

    private Set<Lack> lacksOfLists(
            URI issuer, X509Certificate authority, MirroredDocument metadata, Instant oldest, Instant now) {
        Optional<URI> aggregation = StatusMirror.aggregation(issuer, metadata);
        if (aggregation.isEmpty()) {
            return EnumSet.of(Lack.LISTS_UNNAMED);
        }
        Optional<MirroredDocument> names = mirror.document(aggregation.get());
        if (names.isEmpty()) {
            return EnumSet.of(Lack.LIST_MISSING);
        }
        Set<URI> named = StatusMirror.lists(issuer, names.get());
        if (named.isEmpty()) {
            return EnumSet.of(Lack.LISTS_UNNAMED);
        }
        return named.stream()
                .flatMap(list -> mirror.document(list).stream())
                .map(list -> lacks(issuer, authority, list, oldest, now))
                .min(Comparator.comparingInt(Set::size))
                .orElseGet(() -> EnumSet.of(Lack.LIST_MISSING));
    }

    private Set<Lack> lacks(URI issuer, X509Certificate authority, MirroredDocument list, Instant oldest, Instant now) {
        Set<Lack> lacks = EnumSet.noneOf(Lack.class);
        if (list.fetchedAt().isBefore(oldest)) {
            lacks.add(Lack.LIST_STALE);
        }
        try {
            List<X509Certificate> certificates =
                    StatusListToken.parse(list.text()).certificates();
            if (certificates.isEmpty()) {
                lacks.add(Lack.CERTIFICATE_FOREIGN);
                return lacks;
            }
            lacks.addAll(lacksOfCertificate(issuer, certificates, authority, now));
            if (lacks.isEmpty()
                    && lists.find(source(issuer, authority, list), now).isEmpty()) {
                lacks.add(Lack.LIST_NOT_GENUINE);
            }
        } catch (ProtocolError e) {
            lacks.add(Lack.LIST_NOT_GENUINE);
        }
        return lacks;
    }

    private static GenuineLists.Source source(URI issuer, X509Certificate authority, MirroredDocument list) {
        return new GenuineLists.Source(list.address(), "", issuer, authority).withContent(list);
    }

    private Set<Lack> lacksOfCertificate(
            URI issuer, List<X509Certificate> certificates, X509Certificate authority, Instant now) {
        X509Certificate leaf = certificates.getFirst();
        if (now.isBefore(leaf.getNotBefore().toInstant())
                || now.isAfter(leaf.getNotAfter().toInstant())) {
            return EnumSet.of(Lack.CERTIFICATE_EXPIRED);
        }
        if (!chains.leads(certificates, authority, now)) {
            return EnumSet.of(Lack.CERTIFICATE_FOREIGN);
        }
        return Certificates.sanUris(leaf).contains(issuer.toString())
                ? EnumSet.noneOf(Lack.class)
                : EnumSet.of(Lack.CERTIFICATE_OTHER_NAME);
    }
}
