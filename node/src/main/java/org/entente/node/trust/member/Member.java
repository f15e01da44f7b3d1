package org.entente.node.trust.member;

import java.time.Instant;
import org.entente.node.trust.Introduction;

/** A member of the council, as its configuration presented it when it was enrolled. */
public record Member(Introduction introduction, Instant enrolledAt) {}
