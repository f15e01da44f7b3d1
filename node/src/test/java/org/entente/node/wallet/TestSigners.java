package org.entente.node.wallet;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.util.BigIntegers;
import org.entente.protocols.jose.PublicJwk;
import org.entente.protocols.jose.Signer;
import org.entente.protocols.json.Json;
import org.entente.protocols.x509.Certificates;
import tools.jackson.databind.node.ObjectNode;

/** Signers with a certificate of an authority made for the test. */
public final class TestSigners {
    private static final KeyPair AUTHORITY = pair();
    private static final X509Certificate AUTHORITY_CERTIFICATE =
            authority(AUTHORITY, Instant.now().plus(Duration.ofDays(30)));

    private TestSigners() {}

    /** The authority's own certificate. */
    public static X509Certificate authority() {
        return AUTHORITY_CERTIFICATE;
    }

    /** A signer whose leaf certificate names an https identifier and a host. */
    public static Signer of(String sanUri, String sanDnsName) {
        return of(sanUri, sanDnsName, "CN=leaf", Instant.now().plus(Duration.ofDays(1)));
    }

    /** As {@link #of(String, String)}, with a certificate that is over. */
    public static Signer expired(String sanUri, String sanDnsName) {
        return of(sanUri, sanDnsName, "CN=leaf", Instant.now().minus(Duration.ofHours(1)));
    }

    /** As {@link #of(String, String)}, with a certificate that nobody vouches for. */
    public static Signer selfSigned(String sanUri, String sanDnsName) {
        return of(sanUri, sanDnsName, "CN=authority", Instant.now().plus(Duration.ofDays(1)));
    }

    /** As {@link #of(String, String)}, for a signer in another process: {@code privateJwk} and {@code x5c}. */
    public static ObjectNode exported(String sanUri, String sanDnsName) {
        KeySigner signer = of(sanUri, sanDnsName, "CN=leaf", Instant.now().plus(Duration.ofDays(1)));
        ObjectNode exported = Json.newObject();
        byte[] secret = BigIntegers.asUnsignedByteArray(32, ((ECPrivateKey) signer.key()).getS());
        exported.set(
                "privateJwk",
                signer.publicKey()
                        .toJson()
                        .put("d", Base64.getUrlEncoder().withoutPadding().encodeToString(secret)));
        signer.certificates().forEach(leaf -> exported.withArray("/x5c").add(Certificates.toBase64(leaf)));
        return exported;
    }

    private static KeySigner of(String sanUri, String sanDnsName, String subject, Instant until) {
        try {
            KeyPair pair = pair();
            KeyPair by = subject.equals("CN=authority") ? pair : AUTHORITY;
            var builder = new JcaX509v3CertificateBuilder(
                    new X500Principal("CN=authority"),
                    BigInteger.valueOf(System.nanoTime()),
                    Date.from(until.minus(Duration.ofDays(2))),
                    Date.from(until),
                    new X500Principal(subject),
                    pair.getPublic());
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
            builder.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(new GeneralName[] {
                new GeneralName(GeneralName.uniformResourceIdentifier, sanUri),
                new GeneralName(GeneralName.dNSName, sanDnsName)
            }));
            builder.addExtension(
                    Extension.authorityKeyIdentifier,
                    false,
                    new JcaX509ExtensionUtils().createAuthorityKeyIdentifier(by.getPublic()));
            X509Certificate leaf = new JcaX509CertificateConverter()
                    .getCertificate(
                            builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(by.getPrivate())));
            return new KeySigner(pair.getPrivate(), PublicJwk.of((ECPublicKey) pair.getPublic()), List.of(leaf));
        } catch (GeneralSecurityException | OperatorCreationException | java.io.IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A certificate of the same authority that ends then. */
    public static X509Certificate authorityUntil(Instant until) {
        return authority(AUTHORITY, until);
    }

    /** The certificate of an authority of this key, which calls itself as all of them do here. */
    public static X509Certificate authority(KeyPair pair, Instant until) {
        try {
            var builder = new JcaX509v3CertificateBuilder(
                    new X500Principal("CN=authority"),
                    BigInteger.ONE,
                    Date.from(until.minus(Duration.ofDays(60))),
                    Date.from(until),
                    new X500Principal("CN=authority"),
                    pair.getPublic());
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
            return new JcaX509CertificateConverter()
                    .getCertificate(
                            builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate())));
        } catch (GeneralSecurityException | OperatorCreationException | java.io.IOException e) {
            throw new IllegalStateException(e);
        }
    }

    public static KeyPair pair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private record KeySigner(PrivateKey key, PublicJwk publicKey, List<X509Certificate> certificates)
            implements Signer {
        @Override
        public String keyId() {
            return publicKey.keyId();
        }

        @Override
        public byte[] sign(byte[] signingInput) {
            try {
                Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
                signature.initSign(key);
                signature.update(Arrays.copyOf(signingInput, signingInput.length));
                return signature.sign();
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
