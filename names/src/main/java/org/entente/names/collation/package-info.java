/**
 * The order of names as an orthography has it, and the letters of its index. Knows no list but the one it is given; two names
 * that sort together are not thereby the same.
 */
@NullMarked
package org.entente.names.collation;

import org.jspecify.annotations.NullMarked;
