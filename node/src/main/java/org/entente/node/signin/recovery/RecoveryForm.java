package org.entente.node.signin.recovery;

import org.entente.node.web.FormErrors;

/**
 * What the page that takes a recovery code shows.
 *
 * @param email as it was entered
 * @param next where the sign-in leads, as it was asked for
 */
public record RecoveryForm(String email, String next, FormErrors errors) {}
