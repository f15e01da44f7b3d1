package org.entente.node.signin.passkey;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.entente.node.web.Addressed;
import org.entente.node.web.FormErrors;

/**
 * What the page for adding a passkey shows.
 *
 * @param name as it was entered, or what we propose
 * @param next where the page leads without adding one
 */
public record AddPasskeyForm(String name, String next, boolean afterRecovery, FormErrors errors) implements Addressed {
    @Override
    public String query() {
        return "?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
    }
}
