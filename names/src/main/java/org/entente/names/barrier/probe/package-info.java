/**
 * What is tried at the door of a system, whatever kind of door it is: a probe is written, read back through every output,
 * searched, sorted, and compared code point by code point. Knows no protocol. Probes are names of places, nations and
 * languages, and runs of letters; never a person's.
 */
@NullMarked
package org.entente.names.barrier.probe;

import org.jspecify.annotations.NullMarked;
