/**
 * The zero-personal-information statement: what crossed on a day, counted by type, signed under a state of the journal. It
 * says what the log shows; it does not show that there is no other door.
 */
@NullMarked
package org.entente.node.frontier.statement;

import org.jspecify.annotations.NullMarked;
