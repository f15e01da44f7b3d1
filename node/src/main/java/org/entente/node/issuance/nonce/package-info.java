/**
 * Nonces for key proofs (OID4VCI 1.0 §7): made by whoever asks, without a trace; used once, by one credential request for
 * all its proofs.
 */
@NullMarked
package org.entente.node.issuance.nonce;

import org.jspecify.annotations.NullMarked;
