/**
 * A name read letter by letter in an orthography: what is a letter of it, what is not, and what the writer may have meant. It
 * proposes and never changes; only a person accepts. Refuses no name: a sign outside the alphabet is shown, and may stay.
 */
@NullMarked
package org.entente.names.letters;

import org.jspecify.annotations.NullMarked;
