package org.entente.node.verification.status;

import java.net.URI;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.node.frontier.Mirror;
import org.entente.node.frontier.MirroredDocument;
import org.entente.node.kernel.Secrets;
import org.entente.node.verification.chain.KnownChains;
import org.entente.protocols.statuslist.StatusList;
import org.entente.protocols.statuslist.StatusListToken;
import org.entente.protocols.statuslist.StatusListVerdict;
import org.entente.protocols.x509.Certificates;
import org.springframework.stereotype.Component;

/**
 * The mirrored lists as read: the signature of a content is verified and the list unpacked once, its times each time it is
 * asked for. Known by the hash of the content, so that a copy that was replaced is never answered from.
 */
@Component
class GenuineLists {
    /** What unpacked lists may take up together; a list of 2^20 entries has 128 KiB. */
    private static final int MOST_BYTES = 32 * 1024 * 1024;

    private final Mirror mirror;
    private final KnownChains chains;
    private final Map<Source, Genuine> known = new LinkedHashMap<>(16, 0.75f, true);
    private long bytes;

    GenuineLists(Mirror mirror, KnownChains chains) {
        this.mirror = mirror;
        this.chains = chains;
    }

    /**
     * A content, and under which authority it has to be signed by whom.
     *
     * @param sha256 of the mirrored copy, base64url
     */
    record Source(URI address, String sha256, URI issuer, X509Certificate authority) {
        Source withContent(MirroredDocument copy) {
            return new Source(address, Secrets.base64url(Secrets.sha256(copy.body())), issuer, authority);
        }
    }

    private record Genuine(List<X509Certificate> certificates, StatusListVerdict.Valid token) {
        int bytes() {
            return token.list().size() / (8 / token.list().bits());
        }
    }

    /**
     * The list, if it is genuine and valid at this time; empty otherwise.
     *
     * @throws org.entente.protocols.ProtocolError when the copy is no token
     */
    Optional<StatusList> find(Source source, Instant now) {
        return kept(source)
                .or(() -> mirror.document(source.address()).flatMap(copy -> read(source.withContent(copy), copy, now)))
                .filter(genuine ->
                        genuine.token().isValidAt(now) && chains.leads(genuine.certificates(), source.authority(), now))
                .map(genuine -> genuine.token().list());
    }

    private Optional<Genuine> read(Source source, MirroredDocument copy, Instant now) {
        List<X509Certificate> certificates = StatusListToken.parse(copy.text()).certificates();
        if (!chains.leads(certificates, source.authority(), now)
                || !Certificates.sanUris(certificates.getFirst())
                        .contains(source.issuer().toString())
                || !(certificates.getFirst().getPublicKey() instanceof ECPublicKey key)
                || !(StatusListToken.verify(copy.text(), key, source.address(), now)
                        instanceof StatusListVerdict.Valid valid)) {
            return Optional.empty();
        }
        Genuine genuine = new Genuine(certificates, valid);
        keep(source, genuine);
        return Optional.of(genuine);
    }

    private synchronized Optional<Genuine> kept(Source source) {
        return Optional.ofNullable(known.get(source));
    }

    /** Lets those go that were not asked for the longest. */
    private synchronized void keep(Source source, Genuine genuine) {
        if (known.putIfAbsent(source, genuine) == null) {
            bytes += genuine.bytes();
        }
        var oldest = known.values().iterator();
        while (bytes > MOST_BYTES && known.size() > 1) {
            bytes -= oldest.next().bytes();
            oldest.remove();
        }
    }
}
