package org.entente.node.signin.passkey;

/** What the answer of a passkey proves. */
sealed interface AssertionVerdict {
    /** Its owner answered, and was verified. */
    record Proven(Passkeys.Credential credential, long signatureCount, boolean backedUp) implements AssertionVerdict {}

    /** The count went back: somebody may have a copy of it. */
    record Copied() implements AssertionVerdict {}

    /** Nothing. */
    record Refused() implements AssertionVerdict {}
}
