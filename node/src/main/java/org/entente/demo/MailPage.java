package org.entente.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.jsoup.nodes.Entities;

/** Shows the demo's mailbox to a browser, in both languages at once, as a shared mailbox would be. */
public final class MailPage implements AutoCloseable {
    private static final int MOST_SHOWN = 50;

    private final Mailbox mailbox;
    private final HttpServer server;

    private MailPage(Mailbox mailbox, HttpServer server) {
        this.mailbox = mailbox;
        this.server = server;
    }

    /**
     * Opens it on loopback.
     *
     * @param port where it answers
     * @throws DemoFailed when the port is taken
     */
    public static MailPage open(Mailbox mailbox, int port) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            MailPage page = new MailPage(mailbox, server);
            server.createContext("/", page::letters);
            server.createContext("/mail.css", page::style);
            server.start();
            return page;
        } catch (IOException e) {
            throw new DemoFailed("the port " + port + " for the mailbox is taken; choose others with --port", e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void letters(HttpExchange exchange) throws IOException {
        List<Mailbox.Letter> letters = mailbox.letters();
        String shown = letters.stream().limit(MOST_SHOWN).map(MailPage::letter).collect(Collectors.joining());
        String empty = "<p>Rien n’est arrivé. · <span lang=\"en\">Nothing has arrived.</span></p>";
        answer(exchange, "text/html", """
                <!doctype html>
                <html lang="fr"><head><meta charset="utf-8"><title>Courrier · Mail</title>
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <link rel="stylesheet" href="/mail.css"></head>
                <body><main><h1>Courrier · <span lang="en">Mail</span></h1>
                <p>Tout le courrier de la démonstration arrive ici; les personnes sont fictives.<br>
                <span lang="en">All mail of the demonstration arrives here; the people are fictional.</span></p>
                %s</main></body></html>
                """.formatted(letters.isEmpty() ? empty : shown));
    }

    private void style(HttpExchange exchange) throws IOException {
        try (InputStream sheet = MailPage.class.getResourceAsStream("/demo/mail.css")) {
            answer(exchange, "text/css", sheet == null ? "" : new String(sheet.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private static String letter(Mailbox.Letter letter) {
        return "<article><h2>" + Entities.escape(letter.subject()) + "</h2><p>→ " + Entities.escape(letter.to())
                + "</p><pre>" + Entities.escape(letter.text()) + "</pre></article>";
    }

    private static void answer(HttpExchange exchange, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type + "; charset=utf-8");
        exchange.getResponseHeaders().set("Content-Security-Policy", "default-src 'self'");
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.sendResponseHeaders(200, bytes.length);
        try (var out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }
}
