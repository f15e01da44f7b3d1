package org.entente.node.signin.passkey;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A passkey, as its owner sees it.
 *
 * @param backedUp whether its maker keeps a copy for the owner's other devices (WebAuthn Level 3 §6.1.3)
 * @param suspendedAt since when it does not sign in: until its owner confirms it
 */
public record Passkey(
        UUID id,
        PasskeyName name,
        boolean backedUp,
        Instant addedAt,
        Optional<Instant> lastUsedAt,
        Optional<Instant> suspendedAt) {
    /** Whether it signs in again only once its owner has confirmed it. */
    public boolean suspended() {
        return suspendedAt.isPresent();
    }
}
