/**
 * Receiving attestations from an issuer the holder was led to (OID4VCI 1.0, pre-authorized code with DPoP, one-time
 * copies in a batch): the offer, the holder's yes or no, the exchange, the checks. Keeps what it received through
 * {@code attestations}; knows no issuer beforehand.
 */
@NullMarked
package org.entente.node.wallet.receiving;

import org.jspecify.annotations.NullMarked;
