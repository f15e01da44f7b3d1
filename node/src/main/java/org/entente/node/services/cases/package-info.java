/**
 * From the accepted attestation to a case with a reference number, or to the reason why there is none.
 */
@NullMarked
package org.entente.node.services.cases;

import org.jspecify.annotations.NullMarked;
