/** That the functions that are measured can be called. How fast they are, {@code ./entente bench functions} says. */
@NullMarked
package org.entente.checks.bench.functions;

import org.jspecify.annotations.NullMarked;
