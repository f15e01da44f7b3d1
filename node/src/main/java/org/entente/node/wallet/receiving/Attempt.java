package org.entente.node.wallet.receiving;

import java.util.Optional;
import java.util.UUID;

/**
 * The one attempt at an offer that is under way.
 *
 * @param number tells this attempt from an earlier one that was given up
 * @param grant what an earlier attempt already obtained
 * @param asking what was remembered of the holder's being led to the issuer
 */
record Attempt(UUID offer, UUID number, KnownOffer contents, Optional<Grant> grant, Optional<Asking> asking) {}
