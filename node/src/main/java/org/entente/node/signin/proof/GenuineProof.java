package org.entente.node.signin.proof;

import java.time.Instant;

/**
 * A proof of possession in which everything holds, but of which nobody has looked yet whether it was used before.
 *
 * @param thumbprint of the key that made it (RFC 7638)
 * @param jti the name that its maker gave it
 * @param forgettableAt from then on it is refused for its age on every process, clocks a little apart included
 */
public record GenuineProof(String thumbprint, String jti, Instant forgettableAt) implements ExaminedProof {}
