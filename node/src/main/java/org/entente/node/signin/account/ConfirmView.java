package org.entente.node.signin.account;

import org.entente.node.signin.session.ReturnPath;
import org.entente.node.web.Addressed;
import org.entente.node.web.FormErrors;

/**
 * What the page shows that asks for a fresh proof.
 *
 * @param email to which a code can go
 * @param next where it leads
 */
public record ConfirmView(String email, String next, boolean passkeys, boolean mailCodes, FormErrors errors)
        implements Addressed {
    @Override
    public String query() {
        return ReturnPath.query(next);
    }
}
