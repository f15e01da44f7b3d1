package org.entente.node.signin;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entente.node.TestNode;
import org.entente.node.people.TestMailbox;

/** A browser without scripts: keeps its cookie, says where its forms come from, follows nothing by itself. */
public final class TestBrowser {
    private static final Pattern CODE = Pattern.compile("\\b[0-9]{6}\\b");

    private final TestNode process;
    private String cookie;

    public TestBrowser(TestNode process) {
        this(process, "");
    }

    private TestBrowser(TestNode process, String cookie) {
        this.process = process;
        this.cookie = cookie;
    }

    /** The same browser, led to another process of the node. */
    public TestBrowser at(TestNode other) {
        return new TestBrowser(other, cookie);
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

    /** The code in the next mail. */
    public static String code(TestMailbox mailbox) {
        try {
            Matcher matcher = CODE.matcher(mailbox.next().getSubject());
            if (!matcher.find()) {
                throw new AssertionError("the mail has no code");
            }
            return matcher.group();
        } catch (jakarta.mail.MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    public HttpResponse<String> get(String path) {
        return send(request(path).GET());
    }

    public HttpResponse<String> post(String path, Map<String, String> form) {
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Origin", process.origin().toString())
                .header("Sec-Fetch-Site", "same-origin")
                .POST(HttpRequest.BodyPublishers.ofString(TestOAuthClient.form(new LinkedHashMap<>(form)))));
    }

    /** The value of the session's cookie, "" when there is none. */
    public String cookie() {
        return cookie;
    }

    /** A browser into which somebody planted a cookie. */
    public static TestBrowser withCookie(TestNode process, String cookie) {
        return new TestBrowser(process, cookie);
    }

    /** Where an answer leads. */
    public static String location(HttpResponse<String> response) {
        return response.headers().firstValue("Location").orElse("");
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(process.address() + path));
        if (!cookie.isEmpty()) {
            request.header("Cookie", "entente=" + cookie);
        }
        return request;
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        HttpResponse<String> response = TestOAuthClient.send(request.build());
        response.headers().allValues("Set-Cookie").stream()
                .map(TestBrowser::session)
                .flatMap(Optional::stream)
                .forEach(value -> cookie = value);
        return response;
    }

    private static Optional<String> session(String setCookie) {
        return setCookie.startsWith("entente=")
                ? Optional.of(setCookie.substring("entente=".length(), setCookie.indexOf(';')))
                : Optional.empty();
    }
}
