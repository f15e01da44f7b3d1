package org.entente.node.signin.ways;

import java.time.Instant;
import java.util.Optional;

/**
 * The ways that lead into an account.
 *
 * @param passkeys that sign in: those that a recovery suspended do not count
 * @param recoveryCodeSince when the recovery code was made that nobody has used yet
 * @param mailCodes whether a code by mail is one
 */
public record WaysIn(int passkeys, Optional<Instant> recoveryCodeSince, boolean mailCodes) {
    /** Those of an account about which nothing was said yet. */
    public static final WaysIn MAIL_ONLY = new WaysIn(0, Optional.empty(), true);

    /** Whether losing one thing, a phone or the mailbox, leaves another way: two passkeys, or one and a recovery code. */
    public boolean endureALoss() {
        return passkeys >= 2 || (passkeys == 1 && recoveryCodeSince.isPresent());
    }

    /** Whether codes by mail may be stopped without risking that the person is locked out. */
    public boolean mayStopMailCodes() {
        return endureALoss();
    }

    /** Whether a suspended passkey may be removed: not the last thing that an account without a way in is known by. */
    public boolean mayRemoveSuspendedPasskey() {
        return mailCodes || passkeys > 0 || recoveryCodeSince.isPresent();
    }

    /** Whether a passkey may be removed: where no code comes by mail, what is left must endure a loss. */
    public boolean mayRemovePasskey() {
        return mailCodes || new WaysIn(passkeys - 1, recoveryCodeSince, false).endureALoss();
    }
}
