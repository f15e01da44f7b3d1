/**
 * Starts a presentation: the ruling before the wallet sees anything, the signed request object, the verifier's entry in its
 * organisation's entity configuration. Does not read answers.
 */
@NullMarked
package org.entente.node.verification.asking;

import org.jspecify.annotations.NullMarked;
