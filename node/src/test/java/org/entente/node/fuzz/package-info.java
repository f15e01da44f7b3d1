/**
 * What every reader of the node must bear: the same trial that the readers of the standards stand, over what only a node
 * reads. Each room says in a class {@code …Parsers} of its own how its readers are called.
 */
@NullMarked
package org.entente.node.fuzz;

import org.jspecify.annotations.NullMarked;
