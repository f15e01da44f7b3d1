/**
 * Credential requests (OID4VCI 1.0 §8): proofs of the holder's keys in, one-time copies out, all in one transaction or not
 * at all.
 */
@NullMarked
package org.entente.node.issuance.credential;

import org.jspecify.annotations.NullMarked;
