package org.entente.checks.interop;

import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entente.checks.interop.Interop.Meeting;
import org.entente.node.TestProvinces;
import org.entente.node.issuance.TestHolder;
import org.entente.node.issuance.TestIssuer;
import org.entente.node.keys.Keys;
import org.entente.node.verification.TestVisitor;
import org.entente.protocols.json.Json;
import org.entente.protocols.x509.Certificates;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The wallet on {@code @openid4vc} and the pages that lead its holder to it. */
final class StrangersWallet {
    /** Its name at the authorization server. */
    static final String ID = "https://npm-wallet.localhost";

    /** Where answers go. */
    static final String BACK = ID + "/callback";

    private static final Pattern LINK = Pattern.compile("href=\"([^\"]*/wallet/present\\?[^\"]+)\"");

    private final NodeJs node;
    private final TestProvinces provinces;

    StrangersWallet(Meeting meeting) {
        this.node = meeting.node();
        this.provinces = meeting.provinces();
    }

    /** A batch of proofs of identity by pre-authorized code, each copy verified by the wallet. */
    JsonNode obtain() {
        TestHolder.Given given = new TestHolder(provinces.quebec()).offered(TestIssuer.RECORD, TestIssuer.IDENTITY);
        return node.ask(
                "wallet.obtain",
                Json.newObject()
                        .put("offer", given.offer().toString())
                        .put("transactionCode", given.transactionCode())
                        .put("authority", authority()));
    }

    /** Pushes a request that an offer begins; says where the browser goes. */
    JsonNode askByOffer(boolean inDetail) {
        TestHolder.Given given = new TestHolder(provinces.quebec()).offered(TestIssuer.RECORD, TestIssuer.IDENTITY);
        return ask(Json.newObject().put("offer", given.offer().toString()), inDetail);
    }

    /** Pushes a request that the wallet begins by itself. */
    JsonNode askOfItself(String configuration, boolean inDetail) {
        ObjectNode with = Json.newObject()
                .put("issuer", provinces.quebec().origin() + "/o/" + TestIssuer.ORGANISATION)
                .put("configuration", configuration);
        return ask(with, inDetail);
    }

    /** Takes what the answer in an address allows. */
    JsonNode receive(URI back) {
        return node.ask(
                "permission.receive",
                Json.newObject().put("address", back.toString()).put("authority", authority()));
    }

    private JsonNode ask(ObjectNode with, boolean inDetail) {
        return node.ask(
                "permission.ask",
                with.put("inDetail", inDetail).put("clientId", ID).put("redirectUri", BACK));
    }

    /** Answers British Columbia's service for a visitor; discloses what is asked unless something else is named. */
    JsonNode present(TestVisitor visitor, String... disclosed) {
        ObjectNode with = Json.newObject().put("link", requestLink(visitor));
        for (String claim : disclosed) {
            with.withObject("/disclose").put(claim, true);
        }
        return node.ask("wallet.present", with);
    }

    /** Whether the last copy still holds, as the wallet sees it. */
    JsonNode recheck() {
        return node.ask("wallet.recheck", Json.newObject().put("authority", authority()));
    }

    /** The service for arrivals asks; the link to a wallet on the web. */
    static String requestLink(TestVisitor visitor) {
        return requestLink(visitor, "/en/services/arrival");
    }

    /** Any service asks. */
    static String requestLink(TestVisitor visitor, String service) {
        HttpResponse<String> choice = visitor.follow(visitor.post(service, Map.of()));
        Matcher link = LINK.matcher(choice.body());
        if (!link.find()) {
            throw new AssertionError("the service offers no wallet");
        }
        return link.group(1).replace("&amp;", "&");
    }

    /** A parameter of a link. */
    static String parameter(URI link, String name) {
        return Arrays.stream(link.getRawQuery().split("&"))
                .filter(pair -> pair.startsWith(name + "="))
                .map(pair -> URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8))
                .findFirst()
                .orElseThrow();
    }

    /** The authority behind Québec's issuer, base64 DER. */
    String authority() {
        return Certificates.toBase64(provinces.quebec().bean(Keys.class).certificateAuthority());
    }
}
