package org.entente.node.signin.code;

import org.entente.node.signin.session.ReturnPath;
import org.entente.node.web.Addressed;
import org.entente.node.web.FormErrors;

/**
 * What the page for the code shows.
 *
 * @param email where the code went
 * @param next where the sign-in leads, for asking for another code
 */
public record CodeForm(String email, String next, long minutes, FormErrors errors) implements Addressed {
    @Override
    public String query() {
        return ReturnPath.query(next);
    }
}
