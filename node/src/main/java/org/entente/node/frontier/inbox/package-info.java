/** Messages that come in: verified, taken once, answered with a signed receipt. Gives them to their receivers. */
@NullMarked
package org.entente.node.frontier.inbox;

import org.jspecify.annotations.NullMarked;
