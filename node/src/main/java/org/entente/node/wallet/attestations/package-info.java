/**
 * What a holder keeps: attestations, their one-time copies and what was shown of them to whom, with the pages that show
 * it. Credentials and keys are sealed at rest. Obtains and presents nothing.
 */
@NullMarked
package org.entente.node.wallet.attestations;

import org.jspecify.annotations.NullMarked;
