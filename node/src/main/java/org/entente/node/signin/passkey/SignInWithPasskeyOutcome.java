package org.entente.node.signin.passkey;

import org.entente.node.signin.session.Admission;

/** What showing a passkey comes to. */
public sealed interface SignInWithPasskeyOutcome {
    /** Signed in. */
    record SignedIn(Admission admission) implements SignInWithPasskeyOutcome {}

    /** It is not one of ours, or did not answer rightly. */
    record Refused() implements SignInWithPasskeyOutcome {}

    /** It answered rightly, and does not sign in before its owner has confirmed it: the account was recovered. */
    record Suspended() implements SignInWithPasskeyOutcome {}

    /** There was no such question: it is answered already, too old, or was put to another browser. */
    record Late() implements SignInWithPasskeyOutcome {}

    /** Too many were tried for one account or from one network. */
    record TooMany() implements SignInWithPasskeyOutcome {}
}
