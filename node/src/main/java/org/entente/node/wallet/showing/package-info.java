/**
 * Showing attestations to a verifier that asks (OID4VP 1.0, signed request object, {@code direct_post.jwt}): the
 * request, the holder's yes or no, the answer. Discloses what the holder was shown and nothing more; believes of the
 * verifier what its certificate and address prove.
 */
@NullMarked
package org.entente.node.wallet.showing;

import org.jspecify.annotations.NullMarked;
