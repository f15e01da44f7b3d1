/**
 * Receiving attestations from an issuer whom the holder was led to or chose (OID4VCI 1.0, both grants with DPoP, one-time
 * copies in a batch): the offer, the holder's yes or no, the way to the issuer and back, the exchange, the checks. Keeps
 * what it received through {@code attestations}; trusts no issuer beforehand.
 */
@NullMarked
package org.entente.node.wallet.receiving;

import org.jspecify.annotations.NullMarked;
