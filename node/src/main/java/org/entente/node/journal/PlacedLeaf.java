package org.entente.node.journal;

import java.time.Instant;

/**
 * A leaf that has its place in the tree, in full: for an auditor, who computes its hash anew.
 *
 * @param position its index, from 0
 * @param id by which the room that recorded it finds the record
 * @param stream which part of the house it concerns
 * @param type what kind of thing happened
 * @param hour when, to the hour
 * @param commitment SHA-256 over the salt and the canonical record
 */
public record PlacedLeaf(long position, LeafId id, String stream, String type, Instant hour, byte[] commitment) {}
