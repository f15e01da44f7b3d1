/**
 * A real PostgreSQL that comes with the program, for a node without one of its own: durable, authenticated, on loopback
 * only. It outlives a killed process and is found again. It is not a test double and knows nothing of rooms.
 */
@NullMarked
package org.entente.database;

import org.jspecify.annotations.NullMarked;
