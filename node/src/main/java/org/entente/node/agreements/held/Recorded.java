package org.entente.node.agreements.held;

import java.time.Instant;
import org.entente.node.agreements.life.EntenteState;
import org.entente.node.agreements.life.Transition;

/**
 * A transition that this node took.
 *
 * @param at when it did
 * @param after the state that followed from it
 */
public record Recorded(Transition transition, Instant at, EntenteState after) {}
