package org.entente.node.agreements.held;

import java.time.Instant;

/** Where a party says that it stands: the number and hash of its last transition. */
public record Standing(int number, String head, Instant saidAt) {}
