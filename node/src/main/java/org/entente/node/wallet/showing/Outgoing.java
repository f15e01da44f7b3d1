package org.entente.node.wallet.showing;

import org.entente.protocols.oid4vp.DirectPost;

/**
 * The answer that leaves for a request; there is never another one.
 *
 * @param sentBefore whether it may have left before, without a reply
 */
record Outgoing(DirectPost.Encrypted form, boolean sentBefore) {}
