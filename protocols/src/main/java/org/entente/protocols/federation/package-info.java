/**
 * OpenID Federation 1.0: entity statements and the chains they form. Reads, signs and verifies; fetches nothing, keeps
 * nothing, and does not say whom to trust: the keys of the trust anchor are an argument.
 */
@NullMarked
package org.entente.protocols.federation;

import org.jspecify.annotations.NullMarked;
