package org.entente.node.frontier;

import java.time.Instant;

/**
 * Which content a copy has.
 *
 * @param sha256 of its bytes, base64url
 * @param fetchedAt when the publisher last confirmed that this is what it publishes
 */
public record MirroredVersion(String sha256, Instant fetchedAt) {}
