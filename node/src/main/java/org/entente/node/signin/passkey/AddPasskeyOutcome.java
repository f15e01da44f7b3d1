package org.entente.node.signin.passkey;

/** What adding a passkey comes to. */
sealed interface AddPasskeyOutcome {
    /** It signs in from now on. */
    record Added() implements AddPasskeyOutcome {}

    /** It did not answer rightly, or is known already. */
    record Refused() implements AddPasskeyOutcome {}

    /** There was no such question: it is answered already or too old. */
    record Late() implements AddPasskeyOutcome {}

    /** The account has as many as an account may have. */
    record Full() implements AddPasskeyOutcome {}
}
