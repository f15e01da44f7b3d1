/**
 * Families: all copies of one batch, which live and are revoked together. A family's handle leads to it from the record,
 * with the node's key, and from it to nobody; no claim is kept.
 */
@NullMarked
package org.entente.node.issuance.family;

import org.jspecify.annotations.NullMarked;
