/**
 * Reads JSON strictly (RFC 8259 with unique names, I-JSON RFC 7493) and writes it, also in canonical form (RFC 8785).
 * The only place that configures a JSON parser.
 */
@NullMarked
package org.entente.protocols.json;

import org.jspecify.annotations.NullMarked;
