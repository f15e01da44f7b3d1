/**
 * Wallets, clients, issuers and verifiers that we did not write meet ours over https. They run in Node.js, from
 * {@code checks/interop}; what differs between a library and its specification stands in {@code docs/interop.md}.
 */
@NullMarked
package org.entente.checks.interop;

import org.jspecify.annotations.NullMarked;
