/** Checks the access token of a request to a protected resource (RFC 6750, RFC 9449 §7). Issues nothing. */
@NullMarked
package org.entente.node.signin.resource;

import org.jspecify.annotations.NullMarked;
