package org.entente.node.signin.passkey;

import org.entente.node.web.FormErrors;

/**
 * What the page of one passkey shows.
 *
 * @param name as it was entered
 * @param removable whether another way in stays when it is removed
 */
public record PasskeyView(Passkey passkey, String name, boolean removable, FormErrors errors) {}
