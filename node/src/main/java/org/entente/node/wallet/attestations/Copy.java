package org.entente.node.wallet.attestations;

import java.util.UUID;
import org.entente.node.keys.WrappedKey;
import org.entente.protocols.sdjwt.SdJwt;

/**
 * One one-time copy, opened.
 *
 * @param key the holder's key that it is bound to
 */
public record Copy(UUID id, WrappedKey key, SdJwt credential) {}
