package org.entente.node.issuance.attestations;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entente.node.issuance.TestHolder;

/** What a wallet and its holder read off the pages. */
final class OfferPages {
    private OfferPages() {}

    /** The offer of a page, with the digits that open it. */
    static TestHolder.Given given(String page) {
        String encoded = link(page, "openid-credential-offer://\\?credential_offer_uri=([^\"]+)");
        return new TestHolder.Given(
                URI.create(URLDecoder.decode(encoded, StandardCharsets.UTF_8)),
                link(page, "class=\"digits\">([0-9]{6})<"));
    }

    /** What stands in the place of the pattern's group. */
    static String link(String page, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(page);
        if (!matcher.find()) {
            throw new AssertionError("the page has no " + pattern);
        }
        return matcher.group(1);
    }
}
