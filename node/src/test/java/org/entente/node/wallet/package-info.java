/** Issuers and verifiers of our own making, good and evil ones, that speak the protocols to a wallet. */
@NullMarked
package org.entente.node.wallet;

import org.jspecify.annotations.NullMarked;
