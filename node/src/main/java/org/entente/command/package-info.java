/** The commands of {@code ./entente}: reads what was typed, starts what was asked for. What a node does is not here. */
@NullMarked
package org.entente.command;

import org.jspecify.annotations.NullMarked;
