package org.entente.node.signin;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.entente.node.TestNode;
import org.entente.node.people.TestMailbox;

/** A browser without scripts: keeps its cookies, says where its forms come from, follows nothing by itself. */
public final class TestBrowser {
    private static final Pattern CODE = Pattern.compile("\\b([0-9]{4}) ([0-9]{4})\\b");

    private static final String SESSION = "entente";
    private static final String DEVICE = "entente-device";
    private static final String SECURE = "__Host-";

    private final TestNode process;
    private final Map<String, String> cookies;

    public TestBrowser(TestNode process) {
        this(process, Map.of());
    }

    private TestBrowser(TestNode process, Map<String, String> cookies) {
        this.process = process;
        this.cookies = new ConcurrentSkipListMap<>(cookies);
    }

    /** The same browser, led to another process of the node. */
    public TestBrowser at(TestNode other) {
        return new TestBrowser(other, cookies);
    }

    /** Signs in as whoever reads the mail of an address. */
    public TestBrowser signIn(TestMailbox mailbox, String email) {
        post("/fr/sign-in", Map.of("email", email));
        HttpResponse<String> response = post("/fr/sign-in/code", Map.of("code", code(mailbox)));
        if (response.statusCode() != 303) {
            throw new AssertionError("the code was not taken: " + response.statusCode());
        }
        return this;
    }

    /** The code in the next mail that has one, without its space. */
    public static String code(TestMailbox mailbox) {
        try {
            Matcher matcher;
            do {
                matcher = CODE.matcher(mailbox.next().getSubject());
            } while (!matcher.find());
            return matcher.group(1) + matcher.group(2);
        } catch (jakarta.mail.MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    public HttpResponse<String> get(String path) {
        return send(request(path).GET());
    }

    /** What is no text. */
    public HttpResponse<byte[]> getBytes(String path) {
        return TestOAuthClient.send(request(path).GET().build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    public HttpResponse<String> post(String path, Map<String, String> form) {
        byte[] body = TestOAuthClient.form(new LinkedHashMap<>(form)).getBytes(StandardCharsets.UTF_8);
        return post(path, "application/x-www-form-urlencoded", body);
    }

    /** Sends a form in another encoding. */
    public HttpResponse<String> post(String path, String contentType, byte[] body) {
        return send(request(path)
                .header("Content-Type", contentType)
                .header("Origin", process.origin().toString())
                .header("Sec-Fetch-Site", "same-origin")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body)));
    }

    /** Sends a form whose answer is no page, as a script does. */
    public HttpResponse<String> ask(String path) {
        return post(path, Map.of());
    }

    /** The value of the session's cookie, "" when there is none. */
    public String cookie() {
        return cookies.getOrDefault(SESSION, cookies.getOrDefault(SECURE + SESSION, ""));
    }

    /** The marks by which the browser is known again, "" when there are none. */
    public String device() {
        return cookies.getOrDefault(DEVICE, cookies.getOrDefault(SECURE + DEVICE, ""));
    }

    /** Forgets the session, as a browser does that is closed. */
    public TestBrowser restarted() {
        Map<String, String> kept = new LinkedHashMap<>(cookies);
        kept.keySet().removeAll(Set.of(SESSION, SECURE + SESSION));
        return new TestBrowser(process, kept);
    }

    /** A browser into which somebody planted a session's cookie. */
    public static TestBrowser withCookie(TestNode process, String cookie) {
        return new TestBrowser(process, Map.of(SESSION, cookie));
    }

    /** A browser into which somebody planted the marks by which another one is known again. */
    public static TestBrowser withDevice(TestNode process, String marks) {
        return new TestBrowser(process, Map.of(DEVICE, marks));
    }

    /** The names of its cookies. */
    public Set<String> cookieNames() {
        return Set.copyOf(cookies.keySet());
    }

    /** Where an answer leads. */
    public static String location(HttpResponse<String> response) {
        return response.headers().firstValue("Location").orElse("");
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(process.address() + path));
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        return request;
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        HttpResponse<String> response = TestOAuthClient.send(request.build());
        response.headers().allValues("Set-Cookie").forEach(this::keep);
        return response;
    }

    private void keep(String setCookie) {
        String name = setCookie.substring(0, setCookie.indexOf('='));
        String value = setCookie.substring(name.length() + 1, setCookie.indexOf(';'));
        if (value.isEmpty()) {
            cookies.remove(name);
        } else {
            cookies.put(name, value);
        }
    }
}
