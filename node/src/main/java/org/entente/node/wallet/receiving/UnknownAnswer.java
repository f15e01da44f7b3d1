package org.entente.node.wallet.receiving;

/** What the page of an answer shows that nobody here waits for: nothing of the answer. */
public record UnknownAnswer() {}
