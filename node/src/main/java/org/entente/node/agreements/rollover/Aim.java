package org.entente.node.agreements.rollover;

import java.time.Instant;
import org.entente.node.keys.FederationKeys;
import org.entente.protocols.jose.Jwks;

/**
 * What every entente is to pin for us now.
 *
 * @param keys the key that signs first
 * @param others whether it may pin others besides
 * @param since since when these are the keys
 */
record Aim(Jwks keys, boolean others, Instant since) {
    static Aim of(FederationKeys federationKeys) {
        boolean prepared = federationKeys.next().isPresent();
        Jwks ours = federationKeys.believed();
        return new Aim(prepared ? ours : Jwks.of(ours.keys().getFirst()), prepared, federationKeys.changedAt());
    }
}
