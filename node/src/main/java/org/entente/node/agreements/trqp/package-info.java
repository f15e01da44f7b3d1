/**
 * Answers the Trust Registry Query Protocol, version 2.0 (Trust over IP, HTTPS binding), from ententes in force: the
 * authority is an entente's address, where its text and signatures stand. There is no official test suite; what is kept is
 * what our own tests show. Nothing here says more than a ruling does.
 */
@NullMarked
package org.entente.node.agreements.trqp;

import org.jspecify.annotations.NullMarked;
