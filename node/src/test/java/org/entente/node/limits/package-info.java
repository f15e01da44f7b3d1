/** Tests of this room. */
@NullMarked
package org.entente.node.limits;

import org.jspecify.annotations.NullMarked;
