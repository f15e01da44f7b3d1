/** Tests of simulations. */
@NullMarked
package org.entente.node.agreements.simulate;

import org.jspecify.annotations.NullMarked;
