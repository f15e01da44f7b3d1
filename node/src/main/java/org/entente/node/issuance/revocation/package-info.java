/**
 * Revocation: of a family, of everything that a record has, of a type or a cohort of it. Works with handles and indices;
 * who the holders are stays unknown unless the record is given.
 */
@NullMarked
package org.entente.node.issuance.revocation;

import org.jspecify.annotations.NullMarked;
