/**
 * JSON Object Signing and Encryption (RFC 7515 to 7518, 7638), narrowed to what Entente speaks: ES256 on P-256, ECDH-ES
 * with AES-GCM. Holds no private key, chooses no key to trust, and never believes a key that a message brings along.
 */
@NullMarked
package org.entente.protocols.jose;

import org.jspecify.annotations.NullMarked;
