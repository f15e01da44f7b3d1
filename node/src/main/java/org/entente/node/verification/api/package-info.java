/**
 * Presentations for other systems of the same government: start one, follow it, collect its result once.
 */
@NullMarked
package org.entente.node.verification.api;

import org.jspecify.annotations.NullMarked;
