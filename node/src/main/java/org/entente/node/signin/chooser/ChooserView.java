package org.entente.node.signin.chooser;

import org.entente.node.signin.session.ReturnPath;
import org.entente.node.web.Addressed;
import org.entente.node.web.FormErrors;

/**
 * What the sign-in page shows.
 *
 * @param email as it was entered
 * @param next where the sign-in leads, as it was asked for
 */
public record ChooserView(String email, String next, FormErrors errors) implements Addressed {
    @Override
    public String query() {
        return ReturnPath.query(next);
    }
}
