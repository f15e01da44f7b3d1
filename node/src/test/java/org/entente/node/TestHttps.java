package org.entente.node;

import java.net.http.HttpClient;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.net.ssl.SSLContext;
import org.entente.https.LoopbackAuthority;
import org.entente.https.TrustedAuthorities;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.pem.PemSslStoreBundle;
import org.springframework.boot.ssl.pem.PemSslStoreDetails;

/** Https between test nodes, under an authority of the tests. */
public final class TestHttps {
    private static final Path FOLDER = OwnFolder.named("https");
    private static final LoopbackAuthority AUTHORITY =
            LoopbackAuthority.open(FOLDER, new SecureRandom(), Instant.now());

    private TestHttps() {}

    /** What makes a test node serve https, and believe the others that do. */
    public static Map<String, Object> settings(String place) {
        Map<String, Object> settings = new LinkedHashMap<>(vouchFor(place));
        settings.put("entente.outgoing.authorities", AUTHORITY.file().toString());
        return settings;
    }

    /** Where {@code certificate.pem} and {@code certificate-key.pem} of a name stand. */
    public static Path folder(String place) {
        return FOLDER.resolve(place);
    }

    /** Leaves a fresh certificate where the node of that name looks for it. */
    public static Map<String, String> vouchFor(String place) {
        return AUTHORITY.vouchFor(place + ".localhost", folder(place), Instant.now());
    }

    /** How a server speaks https with a fresh certificate of a name. */
    public static SSLContext server(String place) {
        vouchFor(place);
        var certificate = PemSslStoreDetails.forCertificate(
                        folder(place).resolve("certificate.pem").toUri().toString())
                .withPrivateKey(
                        folder(place).resolve("certificate-key.pem").toUri().toString());
        return SslBundle.of(new PemSslStoreBundle(certificate, null)).createSslContext();
    }

    /** The certificate of the authority, PEM. */
    public static Path authority() {
        return AUTHORITY.file();
    }

    /** A client that believes the authority and keeps nothing. */
    public static HttpClient client() {
        return HttpClient.newBuilder()
                .sslContext(TrustedAuthorities.besides(AUTHORITY.file()))
                .build();
    }
}
