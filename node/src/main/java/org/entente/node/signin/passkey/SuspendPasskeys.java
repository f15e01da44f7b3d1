package org.entente.node.signin.passkey;

import java.time.Instant;
import org.entente.node.kernel.PersonId;
import org.entente.node.signin.AfterRecovery;
import org.springframework.stereotype.Component;

/**
 * Suspends the passkeys of a person who recovered the account: one of them may be in other hands, or was added by them. A
 * sign-in under way holds the account's lock, as the recovery does, so it came before, and has ended, or comes too late.
 */
@Component
class SuspendPasskeys implements AfterRecovery {
    private final Passkeys passkeys;

    SuspendPasskeys(Passkeys passkeys) {
        this.passkeys = passkeys;
    }

    @Override
    public void recovered(PersonId person, Instant now) {
        passkeys.suspend(person, now);
    }
}
