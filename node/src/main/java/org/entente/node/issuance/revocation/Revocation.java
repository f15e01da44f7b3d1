package org.entente.node.issuance.revocation;

/**
 * How much a revocation reaches.
 *
 * @param complete false when there is more than one action may reach; to be repeated
 */
public record Revocation(int families, int copies, boolean complete) {}
