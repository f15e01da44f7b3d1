/**
 * The wallet's one way out: HTTP to issuers and verifiers whose addresses come from strangers. Holds the limits on
 * where, how long and how much. Knows no protocol and stores nothing; no other room uses it.
 */
@NullMarked
package org.entente.node.wallet.outside;

import org.jspecify.annotations.NullMarked;
