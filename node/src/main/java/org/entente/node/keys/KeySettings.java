package org.entente.node.keys;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The secret under which everything in this room is sealed.
 *
 * @param secret 32 bytes in hexadecimal; the same for every process of the node; without it nothing can be opened again
 */
@ConfigurationProperties("entente.keys")
record KeySettings(String secret) {
    KeySettings {
        if (!secret.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("entente.keys.secret is 32 bytes in lower-case hexadecimal");
        }
    }

    /** Without the secret, so that settings may be logged. */
    @Override
    public String toString() {
        return "KeySettings[]";
    }
}
