/**
 * A person's names as files that they take away, and read again when they bring one back. Former and ceremonial names are in
 * none. What is brought back is a list of proposals; records nothing.
 */
@NullMarked
package org.entente.node.names.export;

import org.jspecify.annotations.NullMarked;
