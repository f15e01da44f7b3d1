/** A registry as many are: every barrier of the catalogue can be built into it, and taken out of it, one by one. */
@NullMarked
package org.entente.names.barrier.legacy;

import org.jspecify.annotations.NullMarked;
