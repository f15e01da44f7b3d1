/** Plays the whole tour with a process per node, and looks for personal values where none may be. */
@NullMarked
package org.entente.checks.tour;

import org.jspecify.annotations.NullMarked;
