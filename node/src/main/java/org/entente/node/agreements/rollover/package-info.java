/**
 * How this government's federation key gives way to another: two officers decide, every entente is told by a statement that a
 * key before signs, and only then does the next key sign. Does not follow other governments' changes; the chain of each entente
 * does.
 */
@NullMarked
package org.entente.node.agreements.rollover;

import org.jspecify.annotations.NullMarked;
