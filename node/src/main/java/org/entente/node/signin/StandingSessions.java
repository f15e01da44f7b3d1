package org.entente.node.signin;

/** The front desk for sessions in which something is given that outlives them. */
public interface StandingSessions {
    /**
     * Makes sure that a session has not ended; until the caller's transaction ends, it then does not. So whoever signs out
     * everywhere, or recovers an account, ends what was given before, and nothing is given afterwards. The caller's first
     * statement, except for the lock of an account.
     *
     * @throws org.entente.node.web.SignInRequired when it has ended
     */
    void hold(SignedIn signedIn);
}
