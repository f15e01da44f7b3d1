/** Which ways lead into an account, and the rule that one always does. Proves nobody. */
@NullMarked
package org.entente.node.signin.ways;

import org.jspecify.annotations.NullMarked;
