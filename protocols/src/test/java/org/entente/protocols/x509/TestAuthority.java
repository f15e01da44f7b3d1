package org.entente.protocols.x509;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
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

/** A certificate authority of a fictional government, and those that it vouches for. */
record TestAuthority(TestSigner key, X509Certificate certificate) {
    static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    static final Instant END = Instant.parse("2027-01-01T00:00:00Z");

    static TestAuthority create(String name, int pathLength) {
        TestSigner key = TestSigner.create();
        X500Principal principal = new X500Principal("CN=" + name);
        Template template = new Template(principal, key, START, END, new BasicConstraints(pathLength));
        return new TestAuthority(key, sign(key, principal, template));
    }

    TestAuthority subordinate(String name, int pathLength) {
        TestSigner other = TestSigner.create();
        Template template =
                new Template(new X500Principal("CN=" + name), other, START, END, new BasicConstraints(pathLength));
        return new TestAuthority(other, sign(key, certificate.getSubjectX500Principal(), template));
    }

    X509Certificate leaf(TestSigner subject) {
        return leaf(subject, START, END);
    }

    X509Certificate leaf(TestSigner subject, Instant start, Instant end) {
        Template template =
                new Template(new X500Principal("CN=leaf"), subject, start, end, new BasicConstraints(false));
        return sign(key, certificate.getSubjectX500Principal(), template);
    }

    private record Template(
            X500Principal name, TestSigner subject, Instant start, Instant end, BasicConstraints constraints) {}

    private static X509Certificate sign(TestSigner authority, X500Principal issuer, Template template) {
        try {
            JcaX509ExtensionUtils identifiers = new JcaX509ExtensionUtils();
            var key = template.subject().publicKey().toKey();
            KeyUsage usage =
                    new KeyUsage(template.constraints().isCA() ? KeyUsage.keyCertSign : KeyUsage.digitalSignature);
            var builder = new JcaX509v3CertificateBuilder(
                            issuer,
                            BigInteger.TWO,
                            Date.from(template.start()),
                            Date.from(template.end()),
                            template.name(),
                            key)
                    .addExtension(Extension.basicConstraints, true, template.constraints())
                    .addExtension(Extension.keyUsage, true, usage)
                    .addExtension(Extension.subjectKeyIdentifier, false, identifiers.createSubjectKeyIdentifier(key))
                    .addExtension(
                            Extension.authorityKeyIdentifier,
                            false,
                            identifiers.createAuthorityKeyIdentifier(
                                    authority.publicKey().toKey()))
                    .addExtension(Extension.subjectAlternativeName, false, new GeneralNames(new GeneralName[] {
                        new GeneralName(GeneralName.uniformResourceIdentifier, "https://quebec.example/o/etat-civil"),
                        new GeneralName(GeneralName.dNSName, "quebec.example")
                    }));
            return new JcaX509CertificateConverter()
                    .getCertificate(builder.build(
                            new JcaContentSignerBuilder("SHA256withECDSA").build(authority.privateKey())));
        } catch (IOException | GeneralSecurityException | OperatorException e) {
            throw new AssertionError(e);
        }
    }
}
