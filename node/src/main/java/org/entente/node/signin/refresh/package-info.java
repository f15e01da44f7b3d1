/**
 * Refresh tokens (RFC 6749 §6): each is exchanged once, for an access token and the next one, by the key that the first
 * was bound to. One that comes a second time ends all that came of the same permission.
 */
@NullMarked
package org.entente.node.signin.refresh;

import org.jspecify.annotations.NullMarked;
