/**
 * What differs between two texts of an entente: paragraph by paragraph in both languages, clause by clause in plain words.
 * Judges nothing.
 */
@NullMarked
package org.entente.node.agreements.diff;

import org.jspecify.annotations.NullMarked;
