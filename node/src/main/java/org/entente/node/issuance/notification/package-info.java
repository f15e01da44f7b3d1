/**
 * What wallets say became of the batches they were handed (OID4VCI 1.0 §11), and the end of those that reached nobody. Who
 * the holder is stays unknown.
 */
@NullMarked
package org.entente.node.issuance.notification;

import org.jspecify.annotations.NullMarked;
