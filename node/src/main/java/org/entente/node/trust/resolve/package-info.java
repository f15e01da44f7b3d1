/**
 * Finds out what the federation says of an entity, from what lives here and what was mirrored: follows its superiors to a
 * trust anchor that is known here, and applies what they demand. Asks the network for nothing.
 */
@NullMarked
package org.entente.node.trust.resolve;

import org.jspecify.annotations.NullMarked;
