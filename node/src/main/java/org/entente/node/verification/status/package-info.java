/**
 * Which status lists are mirrored, and what the mirrored copy says of a credential. Never fetches.
 */
@NullMarked
package org.entente.node.verification.status;

import org.jspecify.annotations.NullMarked;
