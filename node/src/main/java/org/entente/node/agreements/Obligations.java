package org.entente.node.agreements;

import java.time.Duration;

/**
 * What a verifier owes when an entente permits.
 *
 * @param retention how long it may keep what it was shown
 * @param statusFreshness how old the credential's status may be
 */
public record Obligations(Duration retention, Duration statusFreshness) {}
