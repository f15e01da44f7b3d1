/**
 * The trust marks that this node issues (OpenID Federation 1.0 §7): signs what its rooms grant at the moment, and says of a
 * mark that was issued whether it still counts. Does not decide who bears one.
 */
@NullMarked
package org.entente.node.trust.mark;

import org.jspecify.annotations.NullMarked;
