package org.entente.node.journal;

/**
 * The log as it was when a checkpoint was signed.
 *
 * @param size how many leaves it had
 * @param note the signed checkpoint (C2SP tlog-checkpoint)
 */
public record JournalState(long size, String note) {}
