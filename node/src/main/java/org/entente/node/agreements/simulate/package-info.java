/**
 * What if: an entente with something changed, tried on its worked examples and on the shapes of requests that were made.
 * Changes nothing, tells nobody, and sees no value of any claim.
 */
@NullMarked
package org.entente.node.agreements.simulate;

import org.jspecify.annotations.NullMarked;
