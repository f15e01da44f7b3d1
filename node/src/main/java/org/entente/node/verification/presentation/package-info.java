/**
 * What was asked of wallets and how each asking stands, in the database. Decides nothing but who comes first.
 */
@NullMarked
package org.entente.node.verification.presentation;

import org.jspecify.annotations.NullMarked;
