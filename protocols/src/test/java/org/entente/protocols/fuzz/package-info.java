/**
 * What every reader of outside bytes must bear: a corpus of hostile files, inputs far too large, and inputs changed at
 * random in each of their layers. Says nothing of what an input means; the tests of each package do.
 */
@NullMarked
package org.entente.protocols.fuzz;

import org.jspecify.annotations.NullMarked;
