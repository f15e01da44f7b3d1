package org.entente.demo;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.entente.node.kernel.Origins;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** A person's browser without JavaScript: cookies, links, forms. */
final class Browser {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int MAX_REDIRECTS = 8;

    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
            .connectTimeout(PATIENCE)
            .build();

    /** A page as it was answered: where we ended, what stands on it. */
    record Shown(URI address, int status, Document document) {
        /** The text of the first element that matches, or a failure that names the page. */
        String text(String selector) {
            return element(selector).text();
        }

        Element element(String selector) {
            Element element = document.selectFirst(selector);
            if (element == null) {
                throw new DemoFailed(
                        "the page " + address + " (" + status + ", " + document.title() + ") has no " + selector);
            }
            return element;
        }

        boolean has(String selector) {
            return document.selectFirst(selector) != null;
        }

        /** The address behind the first link that matches. */
        URI link(String selector) {
            return address.resolve(element(selector).attr("href"));
        }
    }

    Shown open(URI address) {
        return follow(HttpRequest.newBuilder(address).GET().build());
    }

    /** Fills the form that matches and sends it as its first button would. */
    Shown send(Shown page, String formSelector, Map<String, String> typed) {
        Element form = page.element(formSelector);
        Map<String, String> fields = new LinkedHashMap<>();
        for (Element input : form.select("input[name]")) {
            boolean choice =
                    input.attr("type").equals("checkbox") || input.attr("type").equals("radio");
            if (!choice || input.hasAttr("checked")) {
                fields.put(input.attr("name"), input.attr("value"));
            }
        }
        fields.putAll(typed);
        URI action = form.hasAttr("action") && !form.attr("action").isEmpty()
                ? page.address().resolve(form.attr("action"))
                : page.address();
        if (form.attr("method").equalsIgnoreCase("post")) {
            return post(page, action, fields);
        }
        return open(URI.create(withoutQuery(action) + "?" + encode(fields)));
    }

    private Shown post(Shown page, URI action, Map<String, String> fields) {
        return follow(HttpRequest.newBuilder(action)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Origin", Origins.of(page.address()).toString())
                .POST(HttpRequest.BodyPublishers.ofString(encode(fields)))
                .build());
    }

    private Shown follow(HttpRequest first) {
        HttpRequest request = first;
        for (int i = 0; i < MAX_REDIRECTS; i++) {
            HttpResponse<String> answer = exchange(request);
            if (answer.statusCode() / 100 != 3) {
                return new Shown(
                        request.uri(),
                        answer.statusCode(),
                        Jsoup.parse(answer.body(), request.uri().toString()));
            }
            URI next = request.uri()
                    .resolve(answer.headers().firstValue("Location").orElseThrow());
            request = HttpRequest.newBuilder(next).GET().build();
        }
        throw new DemoFailed("too many redirects from " + first.uri().getHost());
    }

    private HttpResponse<String> exchange(HttpRequest request) {
        HttpRequest bounded = HttpRequest.newBuilder(request, (name, value) -> true)
                .timeout(PATIENCE)
                .build();
        try {
            return client.send(bounded, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new DemoFailed("no answer from " + Origins.of(request.uri()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DemoFailed("interrupted", e);
        }
    }

    static String encode(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> URLEncoder.encode(field.getKey(), StandardCharsets.UTF_8) + "="
                        + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static String withoutQuery(URI address) {
        String text = address.toString();
        int query = text.indexOf('?');
        return query < 0 ? text : text.substring(0, query);
    }
}
