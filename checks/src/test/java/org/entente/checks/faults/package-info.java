/**
 * Two processes on one database: each thing is used once, whichever is asked; either may be killed, and so may the
 * database. Speaks with nodes as strangers do, and looks into their databases afterwards.
 */
@NullMarked
package org.entente.checks.faults;

import org.jspecify.annotations.NullMarked;
