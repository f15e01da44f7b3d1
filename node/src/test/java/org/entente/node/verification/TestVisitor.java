package org.entente.node.verification;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.entente.node.TestNode;
import org.entente.node.signin.TestOAuthClient;

/** A browser without scripts that keeps every cookie and follows nothing by itself. */
public final class TestVisitor {
    private final TestNode node;
    private final Map<String, String> cookies = new LinkedHashMap<>();

    public TestVisitor(TestNode node) {
        this.node = node;
    }

    public HttpResponse<String> get(String path) {
        return send(request(path).GET());
    }

    public HttpResponse<String> post(String path, Map<String, String> form) {
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Sec-Fetch-Site", "same-origin")
                .POST(HttpRequest.BodyPublishers.ofString(TestOAuthClient.form(form))));
    }

    /** What it would send along: the cookies by name. */
    public Map<String, String> cookies() {
        return Map.copyOf(cookies);
    }

    /** Follows where an answer leads. */
    public HttpResponse<String> follow(HttpResponse<String> response) {
        return get(URI.create(location(response)));
    }

    public HttpResponse<String> get(URI address) {
        String query = address.getRawQuery() == null ? "" : "?" + address.getRawQuery();
        return get(address.getRawPath() + query);
    }

    public static String location(HttpResponse<String> response) {
        return response.headers().firstValue("Location").orElseThrow();
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(node.address() + path));
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
        response.headers().allValues("Set-Cookie").forEach(cookie -> {
            String pair = cookie.substring(0, cookie.indexOf(';'));
            cookies.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
        });
        return response;
    }
}
