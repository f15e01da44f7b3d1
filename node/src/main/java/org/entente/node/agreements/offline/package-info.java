/**
 * Reads what parties publish of an entente from files, as the node serves them, and takes it to what a ruling asks: every
 * signature is verified with the keys that the entente itself pins. Knows no node, no database, no clock; fetches nothing.
 */
@NullMarked
package org.entente.node.agreements.offline;

import org.jspecify.annotations.NullMarked;
