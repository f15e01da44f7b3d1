/** Which certificate chains lead to which authority. Knows nothing of who is believed for what. */
@NullMarked
package org.entente.node.verification.chain;

import org.jspecify.annotations.NullMarked;
