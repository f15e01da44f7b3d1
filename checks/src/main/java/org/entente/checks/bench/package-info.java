/**
 * Load and its measure: plays whole flows against a node in a process of its own and says what they took. It knows the
 * node by its public addresses only, makes every key and proof itself, and judges nothing: goals stand with the reader.
 */
@NullMarked
package org.entente.checks.bench;

import org.jspecify.annotations.NullMarked;
