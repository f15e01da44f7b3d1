package org.entente.checks.browser;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Map;
import org.entente.node.TestNode;
import org.entente.node.verification.TestVisitor;
import org.jsoup.Jsoup;

/**
 * Somebody who began to report an arrival, and waits before the choice of a wallet.
 *
 * @param page of the choice, without the language
 * @param wallet the link to a wallet on the web
 */
record Asking(TestVisitor visitor, String page, URI wallet) {
    static Asking begun(TestNode node) {
        return begun(node, "arrival");
    }

    /** The same of another service. */
    static Asking begun(TestNode node, String service) {
        TestVisitor visitor = new TestVisitor(node);
        HttpResponse<String> begun = visitor.post("/en/services/" + service, Map.of());
        String wallet = Jsoup.parse(visitor.follow(begun).body())
                .select("main a[href*=request_uri]")
                .attr("href");
        return new Asking(visitor, path(URI.create(TestVisitor.location(begun))), URI.create(wallet));
    }

    /** The path of an address of the node, without its language. */
    static String path(URI address) {
        String query = address.getRawQuery() == null ? "" : "?" + address.getRawQuery();
        return address.getRawPath().replaceFirst("^/(en|fr)", "") + query;
    }

    /** The outcome's page, once a wallet has led back. */
    String outcome(URI back) {
        return path(URI.create(TestVisitor.location(visitor.get(back))));
    }
}
