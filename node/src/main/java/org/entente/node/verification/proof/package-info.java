/**
 * Shows a proof path: drawn, as a table, as JSON. Decides nothing.
 */
@NullMarked
package org.entente.node.verification.proof;

import org.jspecify.annotations.NullMarked;
