package org.entente.node.signin.chooser;

import org.entente.node.web.FormErrors;

/**
 * What the sign-in page shows.
 *
 * @param email as it was entered
 * @param next where the sign-in leads, as it was asked for
 */
public record ChooserView(String email, String next, FormErrors errors) {}
