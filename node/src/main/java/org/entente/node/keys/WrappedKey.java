package org.entente.node.keys;

import org.entente.protocols.jose.PublicJwk;

/**
 * A key pair whose private half only this node's {@link Keys} can open; the room that needs it keeps it.
 *
 * @param sealed the private key, sealed under the node's secret
 */
public record WrappedKey(PublicJwk publicKey, byte[] sealed) {}
