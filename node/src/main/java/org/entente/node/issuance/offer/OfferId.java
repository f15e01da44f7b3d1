package org.entente.node.issuance.offer;

import java.util.UUID;

/** An offer of an organisation. Not a secret: what redeems it is derived from it under the node's key. */
public record OfferId(String organisation, UUID value) {}
