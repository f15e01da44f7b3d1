package org.entente.protocols.sdjwt;

import java.time.Duration;
import java.time.Instant;

/**
 * What a verifier asked for and holds a presentation to.
 *
 * @param audience the verifier's client id, with its prefix (OpenID4VP 1.0 §14.1.2)
 * @param nonce the one that the verifier gave for this presentation
 * @param now the moment of the check
 * @param maxKeyBindingAge how long ago the holder may have signed
 */
public record Expectation(String audience, String nonce, Instant now, Duration maxKeyBindingAge) {}
