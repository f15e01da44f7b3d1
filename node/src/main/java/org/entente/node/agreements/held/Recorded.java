package org.entente.node.agreements.held;

import java.time.Instant;
import org.entente.node.agreements.life.Transition;

/** A transition and when this node took it. */
public record Recorded(Transition transition, Instant at) {}
