/**
 * Names as people write them: kept as given in Unicode's composed form, refused only for code points that no system can
 * carry, counted as readers count. {@code letters} reads a name in an orthography of {@code profile}, {@code key} finds it,
 * {@code collation} sorts it, {@code legacy} and {@code claim} hand it on. Knows no database, page or credential format;
 * decides no match between two names, forces no case, and takes nothing out.
 */
@NullMarked
package org.entente.names;

import org.jspecify.annotations.NullMarked;
