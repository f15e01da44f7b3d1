/**
 * What this node holds of each entente, in its tables and, for rulings, in memory under the number of the last change.
 * Decides nothing: whether something may change is for {@code life} to say.
 */
@NullMarked
package org.entente.node.agreements.held;

import org.jspecify.annotations.NullMarked;
