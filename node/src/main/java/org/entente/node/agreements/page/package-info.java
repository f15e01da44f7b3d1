/**
 * The pages on which everyone reads the ententes that this node holds: what they say, what their clauses enforce, who
 * signed, what has happened. Decides nothing, and shows nothing that it has not read from the room's own state.
 */
@NullMarked
package org.entente.node.agreements.page;

import org.jspecify.annotations.NullMarked;
