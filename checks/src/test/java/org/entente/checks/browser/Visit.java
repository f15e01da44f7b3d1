package org.entente.checks.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import java.net.URI;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;

/** What a page asked for and complained about while it was opened. */
final class Visit {
    private final ConcurrentLinkedQueue<String> requests = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<String> complaints = new ConcurrentLinkedQueue<>();

    private Visit(BrowserContext context) {
        context.onRequest(request -> requests.add(request.url()));
        context.onConsoleMessage(this::note);
        context.onWebError(error -> complaints.add(error.error()));
    }

    static Visit watch(BrowserContext context) {
        return new Visit(context);
    }

    /** What was asked of other hosts than that one, which ends in a slash. */
    List<String> strangers(URI origin) {
        return requests.stream()
                .filter(address -> !address.startsWith(origin.toString()))
                .toList();
    }

    /** What the browser wrote on its console as an error: breaches of the content security policy among them. */
    List<String> complaints() {
        return List.copyOf(complaints);
    }

    private void note(ConsoleMessage message) {
        boolean statusOnly = message.text().startsWith("Failed to load resource: the server responded");
        if (message.type().equals("error") && !statusOnly) {
            complaints.add(message.text());
        }
    }
}
