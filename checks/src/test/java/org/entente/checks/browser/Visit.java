package org.entente.checks.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;

/** What a page asked for and complained about while it was opened. */
final class Visit {
    private final ConcurrentLinkedQueue<Response> responses = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<String> requests = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<String> complaints = new ConcurrentLinkedQueue<>();

    private Visit(BrowserContext context) {
        context.onRequest(this::note);
        context.onResponse(responses::add);
        context.onConsoleMessage(this::note);
        context.onWebError(error -> complaints.add(error.error()));
    }

    static Visit watch(BrowserContext context) {
        return new Visit(context);
    }

    /** The hosts other than the page's own that were asked for something. */
    List<String> strangers(URI origin) {
        return requests.stream()
                .filter(address -> !address.startsWith(origin + "/"))
                .toList();
    }

    /** What the browser wrote on its console as an error: breaches of the content security policy among them. */
    List<String> complaints() {
        return List.copyOf(complaints);
    }

    /** The weight of a page's HTML and of the style sheets, gzipped, in bytes. */
    int weight(String address) {
        return responses.stream()
                .filter(response -> isWeighed(response, address))
                .collect(Collectors.toMap(Response::url, response -> gzipped(response.body()), (one, again) -> again))
                .values()
                .stream()
                .mapToInt(Integer::intValue)
                .sum();
    }

    private static boolean isWeighed(Response response, String address) {
        boolean redirect = response.status() >= 300 && response.status() < 400;
        boolean sheet = response.request().resourceType().equals("stylesheet");
        return !redirect && (sheet || response.url().equals(address));
    }

    /** A page that was left on the way is not weighed, and the browser has forgotten what came with it. */
    private void note(Request request) {
        requests.add(request.url());
        if (request.isNavigationRequest()) {
            responses.clear();
        }
    }

    private void note(ConsoleMessage message) {
        boolean statusOnly = message.text().startsWith("Failed to load resource: the server responded");
        if (message.type().equals("error") && !statusOnly) {
            complaints.add(message.text());
        }
    }

    private static int gzipped(byte[] body) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.size();
    }
}
