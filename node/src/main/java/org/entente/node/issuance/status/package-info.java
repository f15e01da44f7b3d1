/**
 * The status lists of this node's issuers (Token Status List): published before the first copy that points to them, signed
 * again as soon as a copy is revoked, and before they expire. Whoever reads one does not say which copy it is about, and
 * nobody notes who read.
 */
@NullMarked
package org.entente.node.issuance.status;

import org.jspecify.annotations.NullMarked;
