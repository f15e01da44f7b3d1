package org.entente.node.signin.account;

import java.time.Instant;
import java.util.List;
import org.entente.node.signin.passkey.Passkey;
import org.entente.node.signin.ways.WaysIn;

/**
 * What the page on one's own sign-in shows.
 *
 * @param email with which one signs in
 * @param officerByPasskeyOnly whether the reader acts as an officer only after signing in with a passkey, and did not
 */
public record AccountView(
        String email, List<Passkey> passkeys, WaysIn ways, List<Place> places, boolean officerByPasskeyOnly) {
    /** Whether passkeys wait for their owner to confirm them. */
    public boolean suspended() {
        return passkeys.stream().anyMatch(Passkey::suspended);
    }

    /**
     * Where one is signed in.
     *
     * @param handle by which it can be ended
     * @param browser in words
     * @param here whether it is the browser that reads this
     */
    public record Place(String handle, String browser, Instant since, Instant lastSeen, boolean here) {}
}
