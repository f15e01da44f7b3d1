package org.entente.node.wallet.showing;

/**
 * A request that cannot be answered, as its holder sees it.
 *
 * @param fault what is wrong with it; the end's own fault is why its verifier was not reached, when that was tried
 */
public record FaultyView(RequestEnd end, Fault fault) {}
