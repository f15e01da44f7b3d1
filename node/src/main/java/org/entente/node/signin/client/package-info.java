/**
 * Who asks the authorization server: systems with a secret, wallets without one; what they send and how they are answered.
 * Decides nothing about what they ask for.
 */
@NullMarked
package org.entente.node.signin.client;

import org.jspecify.annotations.NullMarked;
