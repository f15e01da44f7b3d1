package org.entente.node.signin;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import org.entente.node.TestNode;
import org.entente.protocols.oauth.AuthorizationAnswer;
import org.entente.protocols.oauth.CodeVerifier;
import org.entente.protocols.oauth.Form;
import tools.jackson.databind.node.ObjectNode;

/** A wallet without a secret that asks persons for permission, as the authorization server meets it. */
public final class TestWallet {
    public static final String ID = "https://wallet.example";
    public static final String NAME = "Tadoussac";
    public static final String BACK = "https://wallet.example/back?from=quebec";
    public static final String STATE = "state of the wallet & more";

    /** RFC 7636 Appendix B. */
    public static final CodeVerifier VERIFIER = new CodeVerifier("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk");

    private final TestNode process;
    private final TestOAuthClient client;

    public TestWallet(TestNode node) {
        this(node, new TestOAuthClient(node));
    }

    private TestWallet(TestNode process, TestOAuthClient client) {
        this.process = process;
        this.client = client;
    }

    /** The settings under which a node knows this wallet, and another. */
    public static Map<String, Object> settings() {
        String wallets = "entente.signin.authorization.wallets";
        return Map.of(
                wallets + "[0].id", ID,
                wallets + "[0].name", NAME,
                wallets + "[0].redirect-uris[0]", BACK,
                wallets + "[0].redirect-uris[1]", "app.wallet:/back",
                wallets + "[1].id", "other-wallet",
                wallets + "[1].name", "Other wallet",
                wallets + "[1].redirect-uris[0]", "https://other.example/back");
    }

    /** The same wallet at another process of the node. */
    public TestWallet at(TestNode other) {
        return new TestWallet(other, client);
    }

    /** Its key and its proofs. */
    public TestOAuthClient client() {
        return client;
    }

    /** A request that is as it should be, for proof of identity, except for what is changed; a value of "" is left out. */
    public static Map<String, String> request(String... changed) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("response_type", "code");
        form.put("client_id", ID);
        form.put("redirect_uri", BACK);
        form.put("state", STATE);
        form.put("scope", "proof_of_identity");
        form.put("code_challenge", VERIFIER.challenge());
        form.put("code_challenge_method", "S256");
        return change(form, changed);
    }

    /** Pushes a request with a proof by the wallet's key. */
    public HttpResponse<String> push(String... changed) {
        return push(request(changed), client.proof("POST", "/oauth/par", ""));
    }

    /** Pushes a request; a proof of "" sends none. */
    public HttpResponse<String> push(Map<String, String> form, String proof) {
        return post("/oauth/par", TestOAuthClient.form(form), proof);
    }

    /** The name of a request that was pushed as it should be. */
    public String pushed(String... changed) {
        HttpResponse<String> response = push(changed);
        if (response.statusCode() != 201) {
            throw new AssertionError("not pushed: " + response.body());
        }
        return TestOAuthClient.json(response).path("request_uri").stringValue();
    }

    /** Where the browser goes with a pushed request. */
    public static String address(String requestUri) {
        return "/oauth/authorize?" + TestOAuthClient.form(Map.of("client_id", ID, "request_uri", requestUri));
    }

    /** Leads a browser with a pushed request to the page with the question. */
    public String open(TestBrowser browser, String requestUri) {
        return TestBrowser.location(browser.get(address(requestUri)));
    }

    /** What the wallet hears of an answer that a person gives on the page. */
    public static AuthorizationAnswer answered(TestBrowser browser, String page, String answer) {
        HttpResponse<String> response = browser.post(page, Map.of("answer", answer));
        return read(TestBrowser.location(response));
    }

    /** What the wallet hears at an address. */
    public static AuthorizationAnswer read(String location) {
        return AuthorizationAnswer.parse(Form.ofQuery(URI.create(location).getRawQuery()));
    }

    /** The code of a signed-in person's yes. */
    public String code(TestBrowser browser, String... changed) {
        String page = open(browser, pushed(changed));
        return ((AuthorizationAnswer.Code) answered(browser, page, "allow")).code();
    }

    /** A token request that is as it should be, except for what is changed. */
    public static Map<String, String> exchange(String code, String... changed) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "authorization_code");
        form.put("client_id", ID);
        form.put("redirect_uri", BACK);
        form.put("code", code);
        form.put("code_verifier", VERIFIER.value());
        return change(form, changed);
    }

    /** The token endpoint's answer to a code. */
    public HttpResponse<String> redeem(String code, String... changed) {
        return token(exchange(code, changed));
    }

    /** The token endpoint's answer to a refresh token. */
    public HttpResponse<String> refresh(String refreshToken, String... changed) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "refresh_token");
        form.put("client_id", ID);
        form.put("refresh_token", refreshToken);
        return token(change(form, changed));
    }

    /** The tokens of a code that is redeemed as it should be. */
    public ObjectNode tokens(TestBrowser browser, String... changed) {
        HttpResponse<String> response = redeem(code(browser, changed));
        if (response.statusCode() != 200) {
            throw new AssertionError("no token: " + response.body());
        }
        return TestOAuthClient.json(response);
    }

    /** Asks for a token with a proof by the wallet's key. */
    public HttpResponse<String> token(Map<String, String> form) {
        return post("/oauth/token", TestOAuthClient.form(form), client.proof("POST", "/oauth/token", ""));
    }

    /** Posts a form; a proof of "" sends none. */
    public HttpResponse<String> post(String path, String body, String proof) {
        var request = HttpRequest.newBuilder(URI.create(process.address() + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (!proof.isEmpty()) {
            request.header("DPoP", proof);
        }
        return TestOAuthClient.send(request.build());
    }

    private static Map<String, String> change(Map<String, String> form, String... changed) {
        for (int i = 0; i < changed.length; i += 2) {
            form.put(changed[i], changed[i + 1]);
        }
        form.values().removeIf(String::isEmpty);
        return form;
    }
}
