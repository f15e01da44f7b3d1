package org.entente.node.issuance.status;

/** A place in one of an issuer's status lists. */
public record Place(int list, int index) {}
