package org.entente.https;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.GeneralSubtree;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.NameConstraints;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * An authority for https on this machine: it can vouch for {@code localhost} and the names under it, and for nothing
 * else (name constraints, RFC 5280 §4.2.1.10), so that a browser which was told to believe it loses nothing.
 */
public final class LoopbackAuthority {
    private static final Duration LIFETIME = Duration.ofDays(730);
    private static final Duration LEAST_LEFT = Duration.ofDays(60);
    private static final Duration SERVER_LIFETIME = Duration.ofDays(30);
    private static final Duration CLOCKS_DIFFER = Duration.ofHours(1);
    private static final int SERIAL_BITS = 127;
    private static final byte[] ALL_IPV4 = new byte[8];
    private static final byte[] ALL_IPV6 = new byte[32];

    private final SecureRandom random;
    private final Path file;
    private final X509Certificate certificate;
    private final PrivateKey key;

    private LoopbackAuthority(SecureRandom random, Path file, X509Certificate certificate, PrivateKey key) {
        this.random = random;
        this.file = file;
        this.certificate = certificate;
        this.key = key;
    }

    /**
     * The authority that is kept in a folder; made there when there is none, or none that still lives for 60 days.
     *
     * @throws IllegalArgumentException when the folder can be neither read nor written
     */
    public static LoopbackAuthority open(Path folder, SecureRandom random, Instant now) {
        Path file = folder.resolve("authority.pem");
        Path keyFile = folder.resolve("authority-key.pem");
        try {
            if (Files.exists(file) && Files.exists(keyFile)) {
                X509Certificate kept = Pem.certificate(file);
                if (kept.getNotAfter().toInstant().isAfter(now.plus(LEAST_LEFT))) {
                    return new LoopbackAuthority(random, file, kept, Pem.key(keyFile));
                }
            }
            KeyPair pair = keyPair(random);
            X509Certificate made = authority(pair, random, now);
            Files.createDirectories(folder);
            Pem.write(keyFile, pair.getPrivate());
            Pem.write(file, made);
            return new LoopbackAuthority(random, file, made, pair.getPrivate());
        } catch (IOException e) {
            throw new IllegalArgumentException("the authority in " + folder + " can be neither read nor made", e);
        }
    }

    /** The file with its certificate, PEM: what a client is told to believe. */
    public Path file() {
        return file;
    }

    /**
     * Vouches for a server: leaves a fresh key and its certificate, good for 30 days, in a folder.
     *
     * @return the settings with which a node serves https with them
     */
    public Map<String, String> vouchFor(String host, Path folder, Instant now) {
        KeyPair pair = keyPair(random);
        Path leaf = folder.resolve("certificate.pem").toAbsolutePath();
        Path leafKey = folder.resolve("certificate-key.pem").toAbsolutePath();
        try {
            Files.createDirectories(folder);
            Pem.write(leafKey, pair.getPrivate());
            Pem.write(leaf, leaf(host, pair.getPublic(), now));
        } catch (IOException e) {
            throw new IllegalArgumentException("no certificate can be written to " + folder, e);
        }
        return Map.of(
                "server.ssl.bundle",
                "node",
                "spring.ssl.bundle.pem.node.keystore.certificate",
                leaf.toUri().toString(),
                "spring.ssl.bundle.pem.node.keystore.private-key",
                leafKey.toUri().toString());
    }

    private static X509Certificate authority(KeyPair pair, SecureRandom random, Instant now) {
        X500Name name = new X500Name("CN=Entente on this machine (localhost only)");
        var builder = builder(name, name, pair.getPublic(), random, now, LIFETIME);
        try {
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign));
            builder.addExtension(Extension.nameConstraints, true, new NameConstraints(localhost(), everyAddress()));
        } catch (CertIOException e) {
            throw failed(e);
        }
        return sign(builder, pair.getPrivate());
    }

    private X509Certificate leaf(String host, PublicKey server, Instant now) {
        X500Name issuer =
                X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded());
        var builder = builder(issuer, new X500Name("CN=" + host), server, random, now, SERVER_LIFETIME);
        try {
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
            builder.addExtension(
                    Extension.subjectAlternativeName,
                    false,
                    new GeneralNames(new GeneralName(GeneralName.dNSName, host)));
            builder.addExtension(
                    Extension.authorityKeyIdentifier,
                    false,
                    new JcaX509ExtensionUtils().createAuthorityKeyIdentifier(certificate));
        } catch (CertIOException | GeneralSecurityException e) {
            throw failed(e);
        }
        return sign(builder, key);
    }

    private static GeneralSubtree[] localhost() {
        return new GeneralSubtree[] {new GeneralSubtree(new GeneralName(GeneralName.dNSName, "localhost"))};
    }

    /** A constraint on names leaves addresses free: they are excluded one family at a time. */
    private static GeneralSubtree[] everyAddress() {
        return new GeneralSubtree[] {
            new GeneralSubtree(new GeneralName(GeneralName.iPAddress, new DEROctetString(ALL_IPV4))),
            new GeneralSubtree(new GeneralName(GeneralName.iPAddress, new DEROctetString(ALL_IPV6)))
        };
    }

    private static X509v3CertificateBuilder builder(
            X500Name issuer, X500Name subject, PublicKey key, SecureRandom random, Instant now, Duration lifetime) {
        var builder = new JcaX509v3CertificateBuilder(
                issuer,
                new BigInteger(SERIAL_BITS, random).add(BigInteger.ONE),
                Date.from(now.minus(CLOCKS_DIFFER)),
                Date.from(now.plus(lifetime)),
                subject,
                key);
        try {
            builder.addExtension(
                    Extension.subjectKeyIdentifier, false, new JcaX509ExtensionUtils().createSubjectKeyIdentifier(key));
            builder.addExtension(
                    Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth));
            return builder;
        } catch (CertIOException | GeneralSecurityException e) {
            throw failed(e);
        }
    }

    private static X509Certificate sign(X509v3CertificateBuilder builder, PrivateKey authority) {
        try {
            var signer = new JcaContentSignerBuilder("SHA256withECDSA").build(authority);
            return new JcaX509CertificateConverter().getCertificate(builder.build(signer));
        } catch (OperatorCreationException | GeneralSecurityException e) {
            throw failed(e);
        }
    }

    private static KeyPair keyPair(SecureRandom random) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"), random);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw failed(e);
        }
    }

    private static IllegalStateException failed(Exception cause) {
        return new IllegalStateException("a certificate could not be made", cause);
    }
}
