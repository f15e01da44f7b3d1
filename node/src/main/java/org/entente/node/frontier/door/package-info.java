/** The HTTP client of the frontier and its limits. Knows nothing of what it carries. */
@NullMarked
package org.entente.node.frontier.door;

import org.jspecify.annotations.NullMarked;
