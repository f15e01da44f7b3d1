/** Issues access tokens at the token endpoint (RFC 6749 §3.2), bound to a key wherever the caller proves one (RFC 9449). Checks nothing at a resource. */
@NullMarked
package org.entente.node.signin.token;

import org.jspecify.annotations.NullMarked;
