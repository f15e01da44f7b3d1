package org.entente.node.signin.code;

import org.entente.node.signin.session.Admission;
import org.entente.node.signin.session.ReturnPath;

/** What entering a code comes to. */
sealed interface RedeemCodeOutcome {
    /** Signed in. */
    record SignedIn(Admission admission, ReturnPath returnPath) implements RedeemCodeOutcome {}

    /** Not the code; so many attempts are left with it, at least one. */
    record Wrong(int attemptsLeft, SignInCodes.Pending pending) implements RedeemCodeOutcome {}

    /** There is no code to compare with: too late, used, or guessed too often. */
    record Gone() implements RedeemCodeOutcome {}

    /** Too many were tried for one account or from one network. */
    record TooMany() implements RedeemCodeOutcome {}
}
