package org.entente.demo;

import java.net.URI;
import java.util.Map;

/** A person with a browser and an e-mail address. */
final class Resident {
    private final Browser browser = new Browser();
    private final Mailbox mailbox;
    private final String address;

    Resident(Mailbox mailbox, String address) {
        this.mailbox = mailbox;
        this.address = address;
    }

    String address() {
        return address;
    }

    Browser browser() {
        return browser;
    }

    /** Opens a page; signs in with the code from the mail where the page asks for it. */
    Browser.Shown open(URI page) {
        Browser.Shown shown = browser.open(page);
        return shown.has("form[action$=/sign-in]:has(input[name=email])") ? signIn(shown) : shown;
    }

    private Browser.Shown signIn(Browser.Shown form) {
        int mark = mailbox.mark();
        Browser.Shown code = browser.send(form, "form:has(input[type=email])", Map.of("email", address));
        String digits = mailbox.codeAfter(mark, address);
        Browser.Shown in = browser.send(code, "form:has(input[name=code])", Map.of("code", digits));
        if (in.has("input[name=code]")) {
            throw new DemoFailed("the code from the mail was not taken");
        }
        return in;
    }
}
