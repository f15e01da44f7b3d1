/**
 * The holder's way: choose a wallet, on this device or another, and come back with the answer to the browser that
 * asked. Shows no claim.
 */
@NullMarked
package org.entente.node.verification.back;

import org.jspecify.annotations.NullMarked;
