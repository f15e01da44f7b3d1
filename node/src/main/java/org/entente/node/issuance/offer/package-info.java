/**
 * Offers and their redemption (OID4VCI 1.0 §4, §6): made for a person's record, readable until they expire, redeemed once.
 * Nothing here issues a credential.
 */
@NullMarked
package org.entente.node.issuance.offer;

import org.jspecify.annotations.NullMarked;
