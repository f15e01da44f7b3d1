@NullMarked
package org.entente.node.frontier.outbox;

import org.jspecify.annotations.NullMarked;
