/**
 * Recordings of how a name is said: bounded, of few types told by their content, kept apart from the names, given back to their
 * person and to officers only. What is heard in them is nobody's business here.
 */
@NullMarked
package org.entente.node.names.sound;

import org.jspecify.annotations.NullMarked;
