/**
 * What crosses: messages of a closed list of types and the receipts that answer them, as signed tokens. Sends and stores
 * nothing.
 */
@NullMarked
package org.entente.node.frontier.message;

import org.jspecify.annotations.NullMarked;
