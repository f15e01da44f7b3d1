package org.entente.https;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/** Makes the TLS of a client that believes the authorities of the Java platform, and those of a file besides. */
public final class TrustedAuthorities {
    private TrustedAuthorities() {}

    /** What the platform believes, and nothing else. */
    public static SSLContext ofThePlatform() {
        return context(platform());
    }

    /**
     * What the platform believes, and what these authorities sign.
     *
     * @param file certificates of authorities, PEM (RFC 7468 §5)
     * @throws IllegalArgumentException when the file cannot be read or holds no certificate
     */
    public static SSLContext besides(Path file) {
        List<X509Certificate> all = new ArrayList<>(platform());
        all.addAll(read(file));
        return context(all);
    }

    static List<X509Certificate> read(Path file) {
        if (file.toFile().length() > Pem.MAX_BYTES) {
            throw new IllegalArgumentException(file + " is longer than " + Pem.MAX_BYTES + " bytes");
        }
        try (InputStream in = Files.newInputStream(file)) {
            List<X509Certificate> found = CertificateFactory.getInstance("X.509").generateCertificates(in).stream()
                    .map(X509Certificate.class::cast)
                    .toList();
            if (found.isEmpty()) {
                throw new IllegalArgumentException("there is no certificate in " + file);
            }
            return found;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalArgumentException("the authorities in " + file + " cannot be read", e);
        }
    }

    private static List<X509Certificate> platform() {
        try {
            return Arrays.stream(managers(null))
                    .filter(X509TrustManager.class::isInstance)
                    .map(X509TrustManager.class::cast)
                    .flatMap(manager -> Arrays.stream(manager.getAcceptedIssuers()))
                    .toList();
        } catch (GeneralSecurityException e) {
            throw failed(e);
        }
    }

    private static SSLContext context(List<X509Certificate> authorities) {
        try {
            KeyStore believed = KeyStore.getInstance(KeyStore.getDefaultType());
            believed.load(null, null);
            for (int i = 0; i < authorities.size(); i++) {
                believed.setCertificateEntry("authority-" + i, authorities.get(i));
            }
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, managers(believed), null);
            return context;
        } catch (IOException | GeneralSecurityException e) {
            throw failed(e);
        }
    }

    private static TrustManager[] managers(@Nullable KeyStore believed) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
        factory.init(believed);
        return factory.getTrustManagers();
    }

    private static IllegalStateException failed(Exception cause) {
        return new IllegalStateException("every Java platform has TLS", cause);
    }
}
