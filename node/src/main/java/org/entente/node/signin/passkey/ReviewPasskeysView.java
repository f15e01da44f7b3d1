package org.entente.node.signin.passkey;

import java.util.List;

/**
 * What the page shows on which suspended passkeys are confirmed or removed.
 *
 * @param afterRecovery whether the account was recovered in this very session
 * @param mailCodes whether codes by mail sign in
 * @param next where it leads in the end
 * @param onward where it leads now, whether or not all passkeys were looked at
 */
public record ReviewPasskeysView(
        List<Passkey> passkeys, boolean afterRecovery, boolean mailCodes, String next, String onward) {
    public ReviewPasskeysView {
        passkeys = List.copyOf(passkeys);
    }
}
