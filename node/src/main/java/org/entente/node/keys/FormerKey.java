package org.entente.node.keys;

import java.time.Instant;
import org.entente.protocols.jose.PublicJwk;

/** A key that this node signed with before and gave up. */
public record FormerKey(PublicJwk key, Instant usedFrom, Instant usedUntil) {}
