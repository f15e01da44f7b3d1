/**
 * Messages on their way out: kept until the recipient answers, delivered in order for each recipient, with no lock and no
 * transaction held while the network is waited for.
 */
@NullMarked
package org.entente.node.frontier.outbox;

import org.jspecify.annotations.NullMarked;
