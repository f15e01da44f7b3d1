package org.entente.demo;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import javax.net.ssl.SSLContext;
import org.entente.https.LoopbackAuthority;
import org.entente.https.TrustedAuthorities;

/** How the demo's nodes are served, and how its browser and scripts speak to them. */
sealed interface Transport extends AutoCloseable {
    /** As it stands before {@code ://} in an origin. */
    String scheme();

    /** What makes a node serve this, and believe the others that do. */
    Map<String, String> settings(Place place);

    @Override
    void close();

    /** Plain http on loopback. */
    record Plain() implements Transport {
        @Override
        public String scheme() {
            return "http";
        }

        @Override
        public Map<String, String> settings(Place place) {
            return Map.of();
        }

        @Override
        public void close() {}
    }

    /** Https under an authority that is kept in the demo's folder; the demo's own clients believe it while this is open. */
    record Https(Path home, LoopbackAuthority authority, SSLContext before) implements Transport {
        static Https open(Path home) {
            try {
                LoopbackAuthority authority =
                        LoopbackAuthority.open(home.resolve("authority"), new SecureRandom(), Instant.now());
                SSLContext before = SSLContext.getDefault();
                SSLContext.setDefault(TrustedAuthorities.besides(authority.file()));
                return new Https(home, authority, before);
            } catch (GeneralSecurityException e) {
                throw new DemoFailed("this Java platform has no TLS", e);
            }
        }

        @Override
        public String scheme() {
            return "https";
        }

        @Override
        public Map<String, String> settings(Place place) {
            Map<String, String> settings =
                    new HashMap<>(authority.vouchFor(place.host(), home.resolve(place.slug()), Instant.now()));
            settings.put(
                    "entente.outgoing.authorities",
                    authority.file().toAbsolutePath().toString());
            return settings;
        }

        @Override
        public void close() {
            SSLContext.setDefault(before);
        }
    }
}
