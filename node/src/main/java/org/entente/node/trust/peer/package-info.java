/**
 * Other nodes and the keys by which they are known: pinned, introduced, or vouched for by the council's directory, in
 * this order. Asks the network only for an introduction.
 */
@NullMarked
package org.entente.node.trust.peer;

import org.jspecify.annotations.NullMarked;
