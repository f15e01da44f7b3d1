package org.entente.node.agreements;

import java.net.URI;
import java.util.List;
import java.util.Set;
import org.entente.protocols.dcql.ClaimPath;

/**
 * What services of this government have asked wallets for, as shapes that were counted: never a value, never whom or when to
 * the hour. An extension point, for the room that asks is above this one.
 */
public interface AskedShapes {
    /** The most that are told. */
    int MOST = 500;

    /**
     * One shape.
     *
     * @param claims by their names alone
     * @param count how many requests had it
     */
    record Shape(URI verifier, String purpose, String credentialType, Set<ClaimPath> claims, long count) {
        public Shape {
            claims = Set.copyOf(claims);
        }
    }

    /** The shapes, those that were asked most first. */
    List<Shape> shapes();
}
