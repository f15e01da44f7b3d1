/**
 * From a draft to the signatures: proposing, approving, signing, between nodes. The entry into force itself is ordered by
 * the depositary, in {@code course}.
 */
@NullMarked
package org.entente.node.agreements.conclude;

import org.jspecify.annotations.NullMarked;
