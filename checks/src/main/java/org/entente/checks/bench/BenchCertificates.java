package org.entente.checks.bench;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Certificates of simulated governments. */
public final class BenchCertificates {
    private static final Duration LIFETIME = Duration.ofDays(30);
    private static final int LIMIT = 2;

    private BenchCertificates() {}

    /** An authority's own certificate. */
    public static X509Certificate authority(BenchKey key, String name, Instant now) {
        return issue(key, name, key.pair().getPublic(), name, true, now);
    }

    /** A chain of three, leaf first: a signer, an authority in between, the authority at the top. */
    public static List<X509Certificate> chain(Instant now) {
        BenchKey top = BenchKey.make();
        BenchKey between = BenchKey.make();
        return List.of(
                issue(between, "between", BenchKey.make().pair().getPublic(), "leaf", false, now),
                issue(top, "top", between.pair().getPublic(), "between", true, now),
                authority(top, "top", now));
    }

    private static X509Certificate issue(
            BenchKey issuer, String issuerName, PublicKey subject, String name, boolean authority, Instant now) {
        var builder = new JcaX509v3CertificateBuilder(
                new X500Name("CN=" + issuerName),
                BigInteger.ONE,
                Date.from(now.minus(LIFETIME)),
                Date.from(now.plus(LIFETIME)),
                new X500Name("CN=" + name),
                subject);
        try {
            if (authority) {
                builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(LIMIT));
            }
            int usage = authority ? KeyUsage.keyCertSign : KeyUsage.digitalSignature;
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(usage));
            var signer = new JcaContentSignerBuilder("SHA256withECDSA").build(issuer.privateKey());
            return new JcaX509CertificateConverter().getCertificate(builder.build(signer));
        } catch (CertIOException | OperatorCreationException | GeneralSecurityException e) {
            throw new BenchFailed("no certificate could be made", e);
        }
    }
}
