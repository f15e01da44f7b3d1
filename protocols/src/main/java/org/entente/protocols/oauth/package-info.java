/**
 * OAuth 2.0 as both sides speak it: authorization requests that are pushed (RFC 6749 §4.1, 9126, 7636, 9396) and their
 * answers (RFC 9207), token requests and answers (RFC 6749), tokens as presented and challenged (RFC 6750), proofs of
 * possession (RFC 9449), authorization server metadata (RFC 8414). Says what is well formed and what is proven; who may
 * have a token, and what was already used, is decided elsewhere.
 */
@NullMarked
package org.entente.protocols.oauth;

import org.jspecify.annotations.NullMarked;
