/** The pure functions that every flow calls, one at a time (JMH). Says nothing of a whole flow. */
@NullMarked
package org.entente.checks.bench.functions;

import org.jspecify.annotations.NullMarked;
