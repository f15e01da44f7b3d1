package org.entente.node.wallet.showing;

import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import org.entente.node.outside.Outside;
import org.entente.node.outside.OutsideAnswer;
import org.entente.node.outside.Unreachable;
import org.entente.node.wallet.WalletSettings;
import org.entente.protocols.ProtocolError;
import org.entente.protocols.federation.EntityStatement;
import org.entente.protocols.federation.StatementVerdict;
import org.entente.protocols.jose.Claims;
import org.entente.protocols.jose.CompactJws;
import org.entente.protocols.x509.CertificateChain;
import org.entente.protocols.x509.Certificates;
import org.entente.protocols.x509.ChainVerdict;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/**
 * Follows a verifier's certificates to an authority (OID4VP 1.0 §5.9.3 {@code x509_hash}): one that this wallet's settings name,
 * or one that the host to be answered names in its entity configuration (OpenID Federation 1.0 §9). The latter is the host's own
 * word, given over its connection: that it vouches for whoever signed, and no more.
 */
@Component
class FollowChain {
    /** The entity type of a node and its member with the certificates, as nodes publish them. */
    private static final String NODE = "entente_node";

    private static final String AUTHORITIES = "credential_authorities";
    private static final int MAX_AUTHORITIES = 8;

    private final Outside outside;
    private final List<X509Certificate> known;

    FollowChain(Outside outside, WalletSettings settings) {
        this.outside = outside;
        this.known = settings.authorityCertificates();
    }

    /**
     * Passes a request whose certificates lead to an authority.
     *
     * @throws Unacceptable when they lead to none, or the host that would name it gives no answer
     */
    void require(FetchedRequest fetched, URI responseUri, Instant now) throws Unacceptable {
        List<X509Certificate> chain = CompactJws.parse(fetched.object()).certificates();
        if (!leads(chain, known, now) && !leads(chain, named(responseUri, now), now)) {
            throw new Unacceptable(Fault.NO_AUTHORITY);
        }
    }

    private static boolean leads(List<X509Certificate> chain, List<X509Certificate> authorities, Instant now) {
        return CertificateChain.verify(chain, authorities, now) instanceof ChainVerdict.Valid;
    }

    /** The authorities that the host names for itself; none where it publishes nothing that can be believed. */
    private List<X509Certificate> named(URI responseUri, Instant now) throws Unacceptable {
        try {
            OutsideAnswer answer =
                    outside.get(responseUri.resolve(EntityStatement.WELL_KNOWN_PATH), EntityStatement.MEDIA_TYPE);
            if (answer.status() >= 500 || answer.status() == 429) {
                throw new Unacceptable(Fault.VERIFIER_FAULT);
            }
            boolean readable = answer.isSuccess() && answer.mediaType().equals(EntityStatement.MEDIA_TYPE);
            return readable ? authorities(EntityStatement.parse(answer.text().strip()), responseUri, now) : List.of();
        } catch (Unreachable e) {
            return switch (e.reason()) {
                // It answers, and not with what is looked for there, as hosts do that publish no such thing.
                case REDIRECTED, TOO_LONG -> List.of();
                case ADDRESS_REFUSED, NOT_REACHED, NO_ANSWER -> throw new Unacceptable(Fault.of(e.reason()));
            };
        } catch (ProtocolError e) {
            return List.of();
        }
    }

    private static List<X509Certificate> authorities(EntityStatement statement, URI responseUri, Instant now) {
        boolean ofHost = statement.isConfiguration()
                && isAtRoot(statement.subject(), responseUri)
                && statement.verify(statement.keys(), now) instanceof StatementVerdict.Valid;
        return ofHost ? statement.metadata(NODE).map(FollowChain::certificates).orElse(List.of()) : List.of();
    }

    /** Whether an entity's identifier is the root of the host, however it writes it (RFC 3986 §6.2.3). */
    static boolean isAtRoot(URI entity, URI address) {
        return isSame(entity.getScheme(), address.getScheme())
                && isSame(entity.getHost(), address.getHost())
                && port(entity) == port(address)
                && (entity.getRawPath().isEmpty() || entity.getRawPath().equals("/"))
                && entity.getRawQuery() == null
                && entity.getRawFragment() == null;
    }

    private static boolean isSame(@Nullable String one, @Nullable String other) {
        return one != null && one.equalsIgnoreCase(other);
    }

    private static int port(URI address) {
        int standard = "https".equalsIgnoreCase(address.getScheme()) ? 443 : 80;
        return address.getPort() < 0 ? standard : address.getPort();
    }

    private static List<X509Certificate> certificates(ObjectNode metadata) {
        return new Claims(metadata, EntityStatement.ERROR)
                .texts(AUTHORITIES, MAX_AUTHORITIES).stream()
                        .map(Certificates::parse)
                        .toList();
    }
}
