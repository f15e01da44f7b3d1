/** What is common to the checks from outside. */
@NullMarked
package org.entente.checks;

import org.jspecify.annotations.NullMarked;
