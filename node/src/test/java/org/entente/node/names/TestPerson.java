package org.entente.node.names;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.entente.node.signin.TestBrowser;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

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

    /** Brings a file of names. */
    public HttpResponse<String> bring(byte[] file) {
        byte[] head = "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"names.csv\"\r\n\r\n"
                .getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(head);
        body.writeBytes(file);
        body.writeBytes("\r\n--b--\r\n".getBytes(StandardCharsets.UTF_8));
        return browser.post("/en/names/import", "multipart/form-data; boundary=b", body.toByteArray());
    }

    /** What a form sends that nobody fills in. */
    public static Map<String, String> hidden(Element form) {
        return form.select("input[type=hidden]").stream()
                .collect(Collectors.toMap(input -> input.attr("name"), Element::val));
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
