/**
 * Names as people write them: kept as given in Unicode's composed form, refused only for code points that no system can
 * carry, counted as readers count. Knows no database, no page and no credential format; decides no match between two
 * names, forces no case, and takes nothing out.
 */
@NullMarked
package org.entente.names;

import org.jspecify.annotations.NullMarked;
