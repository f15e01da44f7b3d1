/**
 * What an auditor takes along: every leaf of the journal, the records of what crossed, the receipts of the others. Says
 * nothing that a government keeps to itself: of other streams it has commitments only.
 */
@NullMarked
package org.entente.node.frontier.bundle;

import org.jspecify.annotations.NullMarked;
