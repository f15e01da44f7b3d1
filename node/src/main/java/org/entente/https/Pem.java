package org.entente.https;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.util.io.pem.PemObject;

/** Certificates and private keys (PKCS #8) as text in files (RFC 7468). */
final class Pem {
    /** The longest file that is read: all authorities of the Java platform take a quarter of it. */
    static final int MAX_BYTES = 1024 * 1024;

    private Pem() {}

    static X509Certificate certificate(Path file) throws IOException {
        if (read(file) instanceof X509CertificateHolder holder) {
            try {
                return new JcaX509CertificateConverter().getCertificate(holder);
            } catch (GeneralSecurityException e) {
                throw new IOException(file + " holds no certificate that can be read", e);
            }
        }
        throw new IOException(file + " holds no certificate");
    }

    static PrivateKey key(Path file) throws IOException {
        if (read(file) instanceof PrivateKeyInfo info) {
            return new JcaPEMKeyConverter().getPrivateKey(info);
        }
        throw new IOException(file + " holds no private key");
    }

    static void write(Path file, X509Certificate certificate) throws IOException {
        write(file, certificate, "rw-r--r--");
    }

    /** Readable by nobody else, from the first byte on. */
    static void write(Path file, PrivateKey key) throws IOException {
        write(file, new PemObject("PRIVATE KEY", key.getEncoded()), "rw-------");
    }

    /** In one move, so that whoever watches the file never reads half of it. */
    private static void write(Path file, Object content, String permissions) throws IOException {
        StringWriter text = new StringWriter();
        try (JcaPEMWriter pem = new JcaPEMWriter(text)) {
            pem.writeObject(content);
        }
        Path draft = Files.createTempFile(
                file.toAbsolutePath().getParent(),
                file.getFileName().toString(),
                "",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions)));
        Files.writeString(draft, text.toString());
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static Object read(Path file) throws IOException {
        if (Files.size(file) > MAX_BYTES) {
            throw new IOException(file + " is longer than " + MAX_BYTES + " bytes");
        }
        try (Reader reader = Files.newBufferedReader(file);
                PEMParser parser = new PEMParser(reader)) {
            Object found = parser.readObject();
            if (found == null) {
                throw new IOException(file + " is empty");
            }
            return found;
        }
    }
}
