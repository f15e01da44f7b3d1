package org.entente.checks.interop;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Map;
import org.entente.node.TestProvinces;
import org.entente.node.issuance.TestIssuer;
import org.entente.node.signin.TestBrowser;

/** The person of the record {@code TestIssuer.RECORD} at Québec's pages, to which a wallet leads. */
final class Resident {
    private static final String EMAIL = "interop@example.org";

    private final TestProvinces provinces;
    private final TestBrowser browser;

    Resident(TestProvinces provinces) {
        this.provinces = provinces;
        this.browser = new TestBrowser(provinces.quebec());
    }

    /** Led to an address, signs in and is found in the register where that is still to be done, and says {@code allow} or {@code deny}. */
    URI answer(String address, String answer) {
        String page = TestBrowser.location(browser.get(local(URI.create(address))));
        String elsewhere = TestBrowser.location(browser.get(page));
        if (elsewhere.contains("/sign-in")) {
            browser.signIn(provinces.mailbox(), EMAIL);
            elsewhere = TestBrowser.location(browser.get(page));
        }
        if (elsewhere.contains("/attestations/match/")) {
            prove(elsewhere.substring(0, elsewhere.indexOf('?')));
        }
        HttpResponse<String> answered = browser.post(page, Map.of("answer", answer));
        return URI.create(TestBrowser.location(answered));
    }

    private void prove(String page) {
        browser.post(page, Map.of("number", TestIssuer.RECORD, "birth-date", "1984-02-29", "code", "K7QX M2PD"));
    }

    private static String local(URI address) {
        return address.getRawPath() + "?" + address.getRawQuery();
    }
}
