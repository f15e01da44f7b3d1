/**
 * The JSON of this library's own documents, read strictly and written canonically (RFC 8785), so that a signature over it is
 * a signature over its meaning. Knows no document; takes no {@code null} and no number but whole ones, which none of them has.
 */
@NullMarked
package org.entente.names.json;

import org.jspecify.annotations.NullMarked;
