/**
 * One person's names with all that is known of each: orthography, other scripts, how it is said, forms approved for other
 * systems, since when and until when. A value in memory; stores nothing, and knows nothing of the person but the names.
 */
@NullMarked
package org.entente.names.record;

import org.jspecify.annotations.NullMarked;
