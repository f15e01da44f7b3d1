package org.entente.node.agreements.decide;

import java.time.Instant;
import java.util.UUID;

/**
 * That an officer asked for something which waits for another.
 *
 * @param officer see {@code conclude.Officers}
 */
public record FirstWord(UUID id, Decision decision, String officer, Instant at) {}
