/**
 * Passkeys (Web Authentication Level 3): discoverable, with the person's verification, without attestation. Asks, verifies
 * and stores public keys; never asks who made an authenticator, and sees no finger and no face.
 */
@NullMarked
package org.entente.node.signin.passkey;

import org.jspecify.annotations.NullMarked;
