/**
 * Refresh tokens (RFC 6749 §6): each is exchanged once, for an access token and the next one, by the key that the first
 * was bound to. One that comes a second time ends all that came of the same permission, unless it is the last but one and
 * comes soon, by the same key, before the last was used: then an answer was lost. Who comes in the same moment is told to
 * wait, and loses nothing.
 */
@NullMarked
package org.entente.node.signin.refresh;

import org.jspecify.annotations.NullMarked;
