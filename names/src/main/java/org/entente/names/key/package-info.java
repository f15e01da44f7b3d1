/**
 * Keys by which names are found: equal in one of the first, the same text or perhaps the same name; equal in a later one, worth
 * a look by a person. Decides nothing: no key merges, refuses or matches two people by itself. Computed here alone, by one
 * pinned engine, so that no database or platform has an opinion of its own.
 */
@NullMarked
package org.entente.names.key;

import org.jspecify.annotations.NullMarked;
