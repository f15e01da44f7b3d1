/** Makes {@code localhost} and every name under it mean loopback in this JVM, as RFC 6761 §6.3 demands of resolvers. */
@NullMarked
package org.entente.loopback;

import org.jspecify.annotations.NullMarked;
