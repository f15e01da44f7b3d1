/** Proofs of possession (RFC 9449): verified against the request they came with, and each taken once. */
@NullMarked
package org.entente.node.signin.proof;

import org.jspecify.annotations.NullMarked;
