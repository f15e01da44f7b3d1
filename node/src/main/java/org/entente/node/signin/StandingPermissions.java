package org.entente.node.signin;

import java.time.Instant;
import java.util.UUID;
import java.util.function.Predicate;
import org.entente.node.kernel.PersonId;
import org.entente.node.signin.Permission.Permitted;

/** The front desk for what persons have permitted wallets and still holds. */
public interface StandingPermissions {
    /** Whether a permission holds now; until the caller's transaction ends, it then cannot be withdrawn. */
    boolean hold(UUID authorization, Instant now);

    /**
     * Waits for whatever is under way by what a person permitted; until the caller's transaction ends, nothing more begins.
     * The permissions stay.
     */
    void await(PersonId person);

    /**
     * Ends what a person permitted, with all tokens that came of it. Joins the caller's transaction.
     *
     * @param which of it
     */
    void withdraw(PersonId person, Predicate<Permitted> which);
}
