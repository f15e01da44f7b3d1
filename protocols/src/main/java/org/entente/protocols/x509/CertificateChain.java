package org.entente.protocols.x509;

import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXCertPathValidatorResult;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Follows a chain up to one of the given anchors, by the rules of RFC 5280 §6 at a given time. */
public final class CertificateChain {
    /** The longest chain that is followed, the anchor included. */
    public static final int MAX_LENGTH = 5;

    private static final int DIGITAL_SIGNATURE = 0;
    private static final int KEY_CERT_SIGN = 5;

    private CertificateChain() {}

    /**
     * Checks signatures, names, validity, constraints and critical extensions of a chain whose leaf signs documents.
     * Revocation is not looked up: a leaf lives shortly and what it signs carries a status of its own.
     *
     * @param leafFirst the chain, leaf first, with or without the anchor
     * @param anchors the only authorities that are believed
     * @param now the moment of the check
     */
    public static ChainVerdict verify(
            List<X509Certificate> leafFirst, Collection<X509Certificate> anchors, Instant now) {
        if (leafFirst.isEmpty() || leafFirst.size() > MAX_LENGTH) {
            return new ChainVerdict.Broken("a chain has 1 to " + MAX_LENGTH + " certificates");
        }
        List<X509Certificate> path = withoutAnchor(leafFirst, anchors);
        if (path.isEmpty()) {
            return new ChainVerdict.Broken("an authority's own certificate is no leaf");
        }
        if (!isSigningLeaf(path.getFirst())) {
            return new ChainVerdict.Broken("the leaf is an authority or may not sign");
        }
        Set<TrustAnchor> usable = anchors.stream()
                .filter(anchor -> isAuthority(anchor, path.size() - 1, now))
                .map(anchor -> new TrustAnchor(anchor, null))
                .collect(Collectors.toUnmodifiableSet());
        if (usable.isEmpty()) {
            return new ChainVerdict.Broken("no anchor is an authority at this time");
        }
        return validate(path, usable, now);
    }

    private static ChainVerdict validate(List<X509Certificate> path, Set<TrustAnchor> anchors, Instant now) {
        try {
            PKIXParameters parameters = new PKIXParameters(anchors);
            parameters.setRevocationEnabled(false);
            parameters.setDate(Date.from(now));
            var result = (PKIXCertPathValidatorResult) CertPathValidator.getInstance("PKIX")
                    .validate(CertificateFactory.getInstance("X.509").generateCertPath(path), parameters);
            return new ChainVerdict.Valid(result.getTrustAnchor().getTrustedCert());
        } catch (CertPathValidatorException e) {
            return new ChainVerdict.Broken("certificate " + e.getIndex() + " of the chain: "
                    + e.getReason().toString());
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return new ChainVerdict.Broken("the chain cannot be followed");
        }
    }

    private static List<X509Certificate> withoutAnchor(
            List<X509Certificate> leafFirst, Collection<X509Certificate> anchors) {
        return anchors.contains(leafFirst.getLast()) ? leafFirst.subList(0, leafFirst.size() - 1) : leafFirst;
    }

    private static boolean isSigningLeaf(X509Certificate leaf) {
        boolean[] usage = leaf.getKeyUsage();
        return leaf.getBasicConstraints() < 0 && (usage == null || usage[DIGITAL_SIGNATURE]);
    }

    private static boolean isAuthority(X509Certificate anchor, int intermediates, Instant now) {
        boolean[] usage = anchor.getKeyUsage();
        return anchor.getBasicConstraints() >= intermediates
                && (usage == null || usage[KEY_CERT_SIGN])
                && !now.isBefore(anchor.getNotBefore().toInstant())
                && !now.isAfter(anchor.getNotAfter().toInstant());
    }
}
