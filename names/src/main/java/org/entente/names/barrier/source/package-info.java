/** Looks through a tree of source files for lines that do to names what the catalogue lists. Runs nothing that it reads. */
@NullMarked
package org.entente.names.barrier.source;

import org.jspecify.annotations.NullMarked;
