package org.entente.protocols.fuzz;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Date;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.entente.protocols.jose.TestSigner;

/** A certificate with every extension that is read. */
final class TestCertificates {
    private TestCertificates() {}

    /** A signer with a certificate of its own making. */
    static TestSigner signer() {
        TestSigner signer = TestSigner.create();
        X500Principal name = new X500Principal("CN=quebec");
        var key = signer.publicKey().toKey();
        try {
            JcaX509ExtensionUtils identifiers = new JcaX509ExtensionUtils();
            var builder = new JcaX509v3CertificateBuilder(
                            name,
                            BigInteger.TEN,
                            Date.from(Instant.parse("2026-01-01T00:00:00Z")),
                            Date.from(Instant.parse("2027-01-01T00:00:00Z")),
                            name,
                            key)
                    .addExtension(Extension.basicConstraints, true, new BasicConstraints(false))
                    .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature))
                    .addExtension(Extension.subjectKeyIdentifier, false, identifiers.createSubjectKeyIdentifier(key))
                    .addExtension(
                            Extension.authorityKeyIdentifier, false, identifiers.createAuthorityKeyIdentifier(key))
                    .addExtension(Extension.subjectAlternativeName, false, new GeneralNames(new GeneralName[] {
                        new GeneralName(GeneralName.uniformResourceIdentifier, "https://quebec.example/o/etat-civil"),
                        new GeneralName(GeneralName.dNSName, "quebec.example")
                    }));
            var content = new JcaContentSignerBuilder("SHA256withECDSA").build(signer.privateKey());
            return signer.withCertificates(new JcaX509CertificateConverter().getCertificate(builder.build(content)));
        } catch (IOException | GeneralSecurityException | OperatorException e) {
            throw new AssertionError(e);
        }
    }
}
