package org.entente.node.signin;

import java.net.http.HttpResponse;
import java.util.Map;

/** What the page's script does: fetches a question, lets an authenticator answer, and sends the form. */
public final class TestPasskeys {
    private TestPasskeys() {}

    /** Adds a passkey to the account that the browser is signed in to. */
    public static TestAuthenticator add(TestBrowser browser, String origin) {
        TestAuthenticator authenticator = new TestAuthenticator(origin);
        HttpResponse<String> added = add(browser, authenticator.create(questionToAdd(browser)), "Clé de Matane");
        if (added.statusCode() != 303) {
            throw new AssertionError("the passkey was not taken: " + added.statusCode());
        }
        return authenticator;
    }

    /** The question that asks for a new passkey. */
    public static String questionToAdd(TestBrowser browser) {
        return browser.ask("/fr/account/passkeys/add/question").body();
    }

    public static HttpResponse<String> add(TestBrowser browser, String answer, String name) {
        return browser.post("/fr/account/passkeys/add", Map.of("name", name, "answer", answer));
    }

    /** The question that asks who is there. */
    public static String question(TestBrowser browser) {
        return browser.ask("/fr/sign-in/passkey/question").body();
    }

    public static HttpResponse<String> signIn(TestBrowser browser, String answer) {
        return browser.post("/fr/sign-in/passkey", Map.of("answer", answer));
    }

    public static HttpResponse<String> signIn(TestBrowser browser, TestAuthenticator authenticator) {
        return signIn(browser, authenticator.get(question(browser)));
    }
}
