package org.entente.node.signin.code;

/** What entering a code comes to. */
sealed interface RedeemCodeOutcome {
    /**
     * Signed in.
     *
     * @param token of the new session, for the browser
     */
    record SignedIn(String token, ReturnPath returnPath) implements RedeemCodeOutcome {
        /** Never the token. */
        @Override
        public String toString() {
            return "SignedIn";
        }
    }

    /** Not the code; so many attempts are left with it, at least one. */
    record Wrong(int attemptsLeft) implements RedeemCodeOutcome {}

    /** There is no code to compare with: too late, used, or guessed too often. */
    record Gone() implements RedeemCodeOutcome {}

    /** Too many codes were entered from one network. */
    record TooMany() implements RedeemCodeOutcome {}
}
