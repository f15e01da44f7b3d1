package org.entente.node.signin.recovery;

import org.entente.node.signin.session.Admission;

/** What entering a recovery code comes to. */
sealed interface RecoverOutcome {
    /** Signed in; all other sessions ended. */
    record SignedIn(Admission admission) implements RecoverOutcome {}

    /** Not the code of this account, or there is no such account: which, is not told. */
    record Wrong() implements RecoverOutcome {}

    /** Too many were tried for one account or from one network. */
    record TooMany() implements RecoverOutcome {}
}
