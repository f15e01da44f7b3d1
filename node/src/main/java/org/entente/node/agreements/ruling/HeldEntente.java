package org.entente.node.agreements.ruling;

import org.entente.node.agreements.life.EntenteState;

/**
 * An entente as this node holds it.
 *
 * @param state with the suspensions that hold here
 * @param inStep whether it is as the depositary ordered it, as far as this node has heard
 */
public record HeldEntente(EntenteState state, boolean inStep) {}
