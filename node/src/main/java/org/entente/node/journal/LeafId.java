package org.entente.node.journal;

import java.util.UUID;

/** A leaf of the journal, from the moment it is recorded. */
public record LeafId(UUID value) {}
