package org.entente.checks.interop;

import java.net.URI;
import java.net.http.HttpRequest;
import org.entente.node.TestHttps;
import org.entente.node.signin.TestBrowser;
import org.entente.node.signin.TestOAuthClient;
import org.entente.node.wallet.TestSigners;
import org.entente.protocols.json.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** An issuer and a verifier on {@code @openid4vc}, each on a name under {@code localhost}. */
final class Strangers {
    /** As the issuer gives at once. */
    static final int BATCH = 4;

    static final String TYPE = "urn:example:library-card:1";
    static final String CODE = "493536";

    private final NodeJs node;

    private final String issuer;

    private Strangers(NodeJs node, String issuer) {
        this.node = node;
        this.issuer = issuer;
    }

    static Strangers start(NodeJs node) {
        String issuer = serve(node, "issuer", "library", "id");
        serve(node, "verifier", "museum", "origin");
        return new Strangers(node, issuer);
    }

    /** The issuer's identifier. */
    String issuer() {
        return issuer;
    }

    /** The link of a fresh offer, as a wallet that is called by {@code openid-credential-offer://} gets it. */
    String offer() {
        return node.ask("issuer.offer", Json.newObject().put("transactionCode", CODE))
                .path("link")
                .asString("");
    }

    /** A fresh offer itself, as {@link #offer}. */
    JsonNode madeOffer() {
        return node.ask("issuer.offer", Json.newObject().put("transactionCode", CODE))
                .path("offer");
    }

    /** A fresh offer for a wallet of this name, which gets a bearer's token and an identifier to ask with. */
    JsonNode madeOfferForABearer(String wallet) {
        return node.ask(
                        "issuer.offer",
                        Json.newObject().put("transactionCode", CODE).put("wallet", wallet))
                .path("offer");
    }

    /** The link of a fresh offer that leads its holder to the issuer's page. */
    String offerToAsk() {
        return node.ask("issuer.offer").path("link").asString("");
    }

    /** Somebody answers at the issuer's page: where the browser is sent. */
    URI answer(URI page, String answer) {
        var request = HttpRequest.newBuilder(page)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("answer=" + answer));
        return URI.create(TestBrowser.location(TestOAuthClient.send(request.build())));
    }

    /** A fresh request: {@code id}, {@code clientId}, {@code requestUri}. */
    JsonNode ask(String query) {
        return node.ask("verifier.ask", asking(query));
    }

    /** As {@link #ask}, with the audience that the library writes when it is told none. */
    JsonNode askWithAudienceOfTheLibrary(String query) {
        ObjectNode with = asking(query);
        with.putNull("audience");
        return node.ask("verifier.ask", with);
    }

    /** As {@link #ask}, for a wallet that signs for a transaction, too. */
    JsonNode askForATransaction(String query) {
        ObjectNode with = asking(query);
        with.putObject("more").putArray("transaction_data").add("eyJ0eXBlIjoicGF5bWVudCJ9");
        return node.ask("verifier.ask", with);
    }

    /** What came of a request. */
    JsonNode outcome(JsonNode request) {
        return node.ask("verifier.outcome", Json.newObject().set("id", request.path("id")));
    }

    private static ObjectNode asking(String query) {
        return Json.newObject().set("query", Json.object(query));
    }

    /** Starts a part, gives it a key whose certificate names where it is, and says where that is. */
    private static String serve(NodeJs node, String part, String name, String identifier) {
        TestHttps.vouchFor(name);
        String host = name + ".localhost";
        JsonNode started = node.ask(
                part + ".start",
                Json.newObject()
                        .put("host", host)
                        .put(
                                "certificate",
                                TestHttps.folder(name)
                                        .resolve("certificate.pem")
                                        .toString())
                        .put(
                                "key",
                                TestHttps.folder(name)
                                        .resolve("certificate-key.pem")
                                        .toString()));
        String where = started.path(identifier).asString("");
        node.ask(part + ".sign", TestSigners.exported(where, host));
        return where;
    }
}
