package org.entente.node.keys;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Writes X.509 certificates (RFC 5280): the credential CA's own, and the leaves it signs. */
final class CertificateMaker {
    private static final int SERIAL_BITS = 127;

    private final SecureRandom random;

    CertificateMaker(SecureRandom random) {
        this.random = random;
    }

    /** A certificate that an authority signs for itself. */
    X509Certificate authority(String name, KeyOwner self, Validity validity) {
        var builder = builder(distinguished(name), distinguished(name), self.publicKey(), validity);
        try {
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
        } catch (CertIOException e) {
            throw failed(e);
        }
        return sign(builder, self);
    }

    /** A leaf for signing, with the names it may sign for. */
    X509Certificate leaf(String name, PublicKey key, GeneralNames names, StoredKey authority, Validity validity) {
        var issuer = X500Name.getInstance(
                authority.certificate().getSubjectX500Principal().getEncoded());
        var builder = builder(issuer, distinguished(name), key, validity);
        try {
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
            builder.addExtension(Extension.subjectAlternativeName, false, names);
            builder.addExtension(
                    Extension.authorityKeyIdentifier,
                    false,
                    new JcaX509ExtensionUtils().createAuthorityKeyIdentifier(authority.certificate()));
        } catch (CertIOException | GeneralSecurityException e) {
            throw failed(e);
        }
        return sign(builder, new KeyOwner(authority.certificate().getPublicKey(), authority.privateKey()));
    }

    static GeneralNames names(String uri) {
        return new GeneralNames(new GeneralName(GeneralName.uniformResourceIdentifier, uri));
    }

    static GeneralNames names(String uri, String host) {
        return new GeneralNames(new GeneralName[] {
            new GeneralName(GeneralName.dNSName, host), new GeneralName(GeneralName.uniformResourceIdentifier, uri)
        });
    }

    private X509v3CertificateBuilder builder(X500Name issuer, X500Name subject, PublicKey key, Validity validity) {
        var builder = new JcaX509v3CertificateBuilder(
                issuer,
                new BigInteger(SERIAL_BITS, random).add(BigInteger.ONE),
                Date.from(validity.notBefore()),
                Date.from(validity.notAfter()),
                subject,
                key);
        try {
            builder.addExtension(
                    Extension.subjectKeyIdentifier, false, new JcaX509ExtensionUtils().createSubjectKeyIdentifier(key));
        } catch (CertIOException | GeneralSecurityException e) {
            throw failed(e);
        }
        return builder;
    }

    private static X509Certificate sign(X509v3CertificateBuilder builder, KeyOwner authority) {
        try {
            var signer = new JcaContentSignerBuilder("SHA256withECDSA").build(authority.privateKey());
            return new JcaX509CertificateConverter().getCertificate(builder.build(signer));
        } catch (OperatorCreationException | GeneralSecurityException e) {
            throw failed(e);
        }
    }

    private static X500Name distinguished(String name) {
        return new X500NameBuilder(BCStyle.INSTANCE).addRDN(BCStyle.CN, name).build();
    }

    private static IllegalStateException failed(Exception cause) {
        return new IllegalStateException("a certificate could not be made", cause);
    }
}
