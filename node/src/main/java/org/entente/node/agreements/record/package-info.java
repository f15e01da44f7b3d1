/**
 * The public record of an entente: the signed document and every transition, for everyone to verify and for nodes that
 * missed something. Never holds what is not in force.
 */
@NullMarked
package org.entente.node.agreements.record;

import org.jspecify.annotations.NullMarked;
