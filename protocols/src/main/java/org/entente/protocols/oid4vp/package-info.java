/**
 * OpenID for Verifiable Presentations 1.0: the signed request object, the encrypted response by {@code direct_post.jwt} and
 * the errors between them. Does not fetch, does not verify credentials, does not decide whom to trust.
 */
@NullMarked
package org.entente.protocols.oid4vp;

import org.jspecify.annotations.NullMarked;
