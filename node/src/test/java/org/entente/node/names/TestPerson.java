package org.entente.node.names;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import org.entente.node.signin.TestBrowser;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** Somebody who is signed in and records names, without scripts. */
public final class TestPerson {
    private final TestBrowser browser;

    public TestPerson(TestBrowser browser) {
        this.browser = browser;
    }

    /** Begins a draft; gives its path, without the language. */
    public String begin() {
        return path(browser.post("/en/names/drafts", Map.of()));
    }

    /** Records a name as written, declining whatever is proposed; gives its path, without the language. */
    public String record(String full, String writing, String kind, String... accepted) {
        String draft = begin();
        write(draft, full, writing, kind, Map.of("action", "continue"));
        Map<String, String> yes = new LinkedHashMap<>();
        for (String start : accepted) {
            yes.put("yes", start);
        }
        return path(browser.post("/en" + draft + "/check", yes));
    }

    /** Writes a draft. */
    public HttpResponse<String> write(
            String draft, String full, String writing, String kind, Map<String, String> more) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("full", full);
        form.put("writing", writing);
        form.put("kind", kind);
        form.putAll(more);
        return browser.post("/en" + draft, form);
    }

    /** Presses a button of a name's page. */
    public HttpResponse<String> press(String path, Map<String, String> form) {
        return browser.post("/en" + path, form);
    }

    /** A page in English. */
    public Document page(String path) {
        return Jsoup.parse(browser.get("/en" + path).body());
    }

    public TestBrowser browser() {
        return browser;
    }

    /** Where an answer leads, without the language. */
    public static String path(HttpResponse<String> answer) {
        String location = TestBrowser.location(answer);
        if (answer.statusCode() != 303) {
            throw new AssertionError("not taken: " + answer.statusCode() + " " + answer.body());
        }
        return URI.create(location).getPath().substring("/en".length());
    }
}
