/**
 * OpenID for Verifiable Credential Issuance 1.0: offer, issuer metadata, nonce, key proof, credential request and
 * response, each read and written, for issuers and wallets alike. Members that the specification does not name are
 * ignored. Does not send anything, keep anything, or decide who may receive what.
 */
@NullMarked
package org.entente.protocols.oid4vci;

import org.jspecify.annotations.NullMarked;
