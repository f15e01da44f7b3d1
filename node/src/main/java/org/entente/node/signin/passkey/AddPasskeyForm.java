package org.entente.node.signin.passkey;

import org.entente.node.web.FormErrors;

/**
 * What the page for adding a passkey shows.
 *
 * @param name as it was entered, or what we propose
 * @param next where the page leads without adding one
 */
public record AddPasskeyForm(String name, String next, boolean afterRecovery, FormErrors errors) {}
