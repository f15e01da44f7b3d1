/** Forgets what no longer holds, so that tables stay small. Whether something holds is never decided here. */
@NullMarked
package org.entente.node.signin.expiry;

import org.jspecify.annotations.NullMarked;
