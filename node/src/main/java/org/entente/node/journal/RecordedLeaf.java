package org.entente.node.journal;

/**
 * What the room that recorded something keeps beside the record, if it wants to prove it later.
 *
 * @param salt 32 random bytes that the commitment hides the record behind; the record can be proven with it and, once it
 *     is erased, never again
 */
public record RecordedLeaf(LeafId id, byte[] salt) {}
