package org.entente.node.trust;

import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Whom this node knows from the beginning.
 *
 * @param councilDirectory the entity identifier of the council's directory, if the node is in one: adds discovery, never
 *     authority over a pinned key
 */
@ConfigurationProperties("entente.trust")
public record TrustSettings(@Nullable URI councilDirectory) {
    public Optional<URI> directory() {
        return Optional.ofNullable(councilDirectory);
    }
}
