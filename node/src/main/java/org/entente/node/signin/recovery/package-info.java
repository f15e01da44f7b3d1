/** The recovery code, printed once and used once, for somebody who lost everything else. Kept as a keyed digest only. */
@NullMarked
package org.entente.node.signin.recovery;

import org.jspecify.annotations.NullMarked;
