/**
 * Verifies offline what crossed a government's frontier, with nothing but the bundles and the pinned keys. Shares no code
 * with what writes the bundles, so that an error there is not repeated here; the form is in
 * {@code docs/operate/audit.md}.
 */
@NullMarked
package org.entente.audit;

import org.jspecify.annotations.NullMarked;
