package org.entente.node.agreements.rollover;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A decision to replace the federation key.
 *
 * @param askedBy an officer's name, see {@link org.entente.node.agreements.conclude.Officers}
 * @param confirmed since when another officer has confirmed it
 */
public record RollOver(UUID id, String askedBy, Instant askedAt, Optional<Instant> confirmed) {}
