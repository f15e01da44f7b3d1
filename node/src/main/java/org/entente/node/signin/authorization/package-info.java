/**
 * A person's permission for a wallet (RFC 6749 §4.1): the request that a wallet pushes (RFC 9126), the question on a page,
 * the answer with a code. What there is to permit, rooms above say ({@code signin.Permission}); tokens are issued elsewhere.
 */
@NullMarked
package org.entente.node.signin.authorization;

import org.jspecify.annotations.NullMarked;
