/**
 * An entente in force, in the forms that others' software understands: trust marks, metadata policies, queries, a signed
 * list of trusted issuers, an ODRL agreement. Each is a function of what is held and the moment; none adds to what the
 * entente says, and none is read back to decide anything here.
 */
@NullMarked
package org.entente.node.agreements.compile;

import org.jspecify.annotations.NullMarked;
