package org.entente.checks.browser;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import org.entente.node.issuance.TestHolder;
import org.entente.node.issuance.TestIssuer;
import org.entente.node.signin.TestBrowser;
import org.jsoup.Jsoup;

/** Somebody with a wallet, who does by HTTP what leads up to a page. Paths are without the language. */
final class Resident {
    private final Country country;
    private final TestBrowser browser;

    /**
     * An offer that lies open in the wallet.
     *
     * @param code the issuer's transaction code
     */
    record Offered(String path, String code) {}

    Resident(Country country) {
        this.country = country;
        this.browser = country.signedIn(country.wallet());
    }

    /** The browser in which they are signed in at the wallet. */
    TestBrowser browser() {
        return browser;
    }

    /** Opens an offer of Québec's. */
    Offered offered(String... types) {
        return offeredOf(TestIssuer.RECORD, types);
    }

    /** Opens an offer of Québec's, made from a record. */
    Offered offeredOf(String record, String... types) {
        TestHolder.Given given = new TestHolder(country.quebec()).offered(record, types);
        return new Offered(
                opened("/en/wallet/offer?credential_offer_uri=" + encoded(given.offer())), given.transactionCode());
    }

    /** Accepts an offer. */
    void accept(Offered offer, String code) {
        post(offer.path() + "/accept", Map.of("tx_code", code));
    }

    /** Has received these types from Québec. */
    Resident holding(String... types) {
        Offered offer = offered(types);
        accept(offer, offer.code());
        return this;
    }

    /** Agrees to what a service asks for, with every name that the page offers to show, and says where the wallet leads then. */
    URI agree(URI link) {
        String page = opened(link);
        String form = Jsoup.parse(browser.get("/en" + page).body())
                .select("form[action$=/agree] input:is([type=hidden], [type=checkbox], [checked])")
                .stream()
                .map(input -> encoded(input.attr("name")) + "=" + encoded(input.attr("value")))
                .collect(Collectors.joining("&"));
        HttpResponse<String> answer = browser.post(
                "/en" + page + "/agree", "application/x-www-form-urlencoded", form.getBytes(StandardCharsets.US_ASCII));
        return URI.create(TestBrowser.location(answer));
    }

    /** Opens a link to the wallet and follows it to the page of its own that it gets there. */
    String opened(URI link) {
        return opened(link.getRawPath() + "?" + link.getRawQuery());
    }

    /** Posts a form of the wallet's and says where that leads. */
    URI post(String path, Map<String, String> form) {
        HttpResponse<String> answer = browser.post("/en" + path, form);
        return URI.create(TestBrowser.location(answer));
    }

    static String encoded(Object text) {
        return URLEncoder.encode(text.toString(), StandardCharsets.UTF_8);
    }

    String opened(String pathAndQuery) {
        String path = pathAndQuery;
        while (path.contains("?")) {
            path = TestBrowser.location(browser.get(path));
        }
        return path.replaceFirst("^/(en|fr)", "");
    }
}
