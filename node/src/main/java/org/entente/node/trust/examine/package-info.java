/**
 * Looks at what was mirrored of the federation and journals what is not believed: a directory that offers other keys than
 * those that are pinned, a chain that does not hold. Changes nothing: what is pinned stays.
 */
@NullMarked
package org.entente.node.trust.examine;

import org.jspecify.annotations.NullMarked;
