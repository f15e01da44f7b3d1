package org.entente.node.verification.chain;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.entente.protocols.x509.CertificateChain;
import org.entente.protocols.x509.ChainVerdict;
import org.springframework.stereotype.Component;

/**
 * The chains that were followed to their authority. Nothing but time undoes what was found: a chain is followed once, and
 * leads there again as long as each of its certificates is valid. Only chains that hold are kept, so that nobody fills this
 * who has not a certificate of an authority that is believed.
 */
@Component
public class KnownChains {
    private static final int MOST = 1_000;

    private final Map<Walk, Span> known = new ConcurrentHashMap<>();

    private record Walk(List<X509Certificate> leafFirst, X509Certificate authority) {}

    /** From when until when all certificates of a chain are valid. */
    private record Span(Instant from, Instant until) {
        static Span of(Walk walk) {
            List<X509Certificate> all = Stream.concat(walk.leafFirst().stream(), Stream.of(walk.authority()))
                    .toList();
            Instant from = all.stream()
                    .map(certificate -> certificate.getNotBefore().toInstant())
                    .max(Instant::compareTo)
                    .orElseThrow();
            Instant until = all.stream()
                    .map(certificate -> certificate.getNotAfter().toInstant())
                    .min(Instant::compareTo)
                    .orElseThrow();
            return new Span(from, until);
        }

        boolean contains(Instant now) {
            return !now.isBefore(from) && !now.isAfter(until);
        }
    }

    /** Whether a chain leads to this authority at this time; as {@link CertificateChain#verify}. */
    public boolean leads(List<X509Certificate> leafFirst, X509Certificate authority, Instant now) {
        Walk walk = new Walk(List.copyOf(leafFirst), authority);
        Span span = known.get(walk);
        if (span != null && span.contains(now)) {
            return true;
        }
        boolean leads = CertificateChain.verify(leafFirst, List.of(authority), now) instanceof ChainVerdict.Valid;
        if (leads) {
            keep(walk);
        }
        return leads;
    }

    private void keep(Walk walk) {
        if (known.size() >= MOST) {
            known.clear();
        }
        known.put(walk, Span.of(walk));
    }
}
