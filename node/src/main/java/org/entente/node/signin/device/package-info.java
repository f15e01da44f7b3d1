/**
 * The browsers that accounts were used in, so that a new one is told to its owner. Knows a browser by random marks, one for
 * each account, fresh at every sign-in, and as one of a few families; no fingerprint, no address. A known browser proves
 * nothing.
 */
@NullMarked
package org.entente.node.signin.device;

import org.jspecify.annotations.NullMarked;
