/**
 * How a name comes into a file: a draft that is kept while its person writes, the letters of their orthography to pick from,
 * questions about what may be a mistake, and nothing changed without a yes.
 */
@NullMarked
package org.entente.node.names.capture;

import org.jspecify.annotations.NullMarked;
