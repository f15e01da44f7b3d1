/**
 * The checks of an answer, in order, as a proof path. Pure: sees claims, writes down none of their values.
 */
@NullMarked
package org.entente.node.verification.check;

import org.jspecify.annotations.NullMarked;
