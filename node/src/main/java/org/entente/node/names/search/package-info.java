/**
 * How an officer finds a person by a name: candidates in the order of their likeness, for a human to look at. Decides nothing,
 * merges nothing, keeps no query. Former names are read with a reason, which their bearer reads.
 */
@NullMarked
package org.entente.node.names.search;

import org.jspecify.annotations.NullMarked;
