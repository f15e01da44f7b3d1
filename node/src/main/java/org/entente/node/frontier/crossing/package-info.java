/**
 * The list of what crossed and its leaves in the journal's stream {@code frontier}. Keeps sizes and hashes, never
 * contents.
 */
@NullMarked
package org.entente.node.frontier.crossing;

import org.jspecify.annotations.NullMarked;
