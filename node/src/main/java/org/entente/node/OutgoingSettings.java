package org.entente.node;

import java.nio.file.Path;
import javax.net.ssl.SSLContext;
import org.entente.https.TrustedAuthorities;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How this node's clients meet the servers of others.
 *
 * @param authorities a PEM file with the authorities whose servers are believed besides those of the Java platform; none
 *     when absent
 */
@ConfigurationProperties("entente.outgoing")
record OutgoingSettings(@Nullable Path authorities) {
    SSLContext tls() {
        return authorities == null ? TrustedAuthorities.ofThePlatform() : TrustedAuthorities.besides(authorities);
    }
}
