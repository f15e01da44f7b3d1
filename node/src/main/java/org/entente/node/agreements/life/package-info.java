/**
 * What happens to an entente once it is signed: the parties' acts, the transitions into which the depositary orders them,
 * and the state that follows. Pure: the same document and transitions give the same state and hash on every node.
 */
@NullMarked
package org.entente.node.agreements.life;

import org.jspecify.annotations.NullMarked;
