/**
 * The catalogue of barriers to names, and what an audit says of one system: a row for every barrier and every question. How
 * a row comes about is the affair of {@code probe}, {@code door} and {@code source}; {@code report} writes it down. Nothing
 * else of the library knows this package.
 */
@NullMarked
package org.entente.names.barrier;

import org.jspecify.annotations.NullMarked;
