/**
 * Whose https certificates a client of this program believes. What our own servers show is the operator's setting; what
 * credentials are signed with has nothing to do with it.
 */
@NullMarked
package org.entente.https;

import org.jspecify.annotations.NullMarked;
