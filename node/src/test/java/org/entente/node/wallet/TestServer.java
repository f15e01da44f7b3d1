package org.entente.node.wallet;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;

/** A stranger's web server on {@code <name>.localhost}. */
public final class TestServer implements AutoCloseable {
    private final HttpServer server;
    private final String name;
    private volatile Watch watch = (path, status) -> {};
    private final Queue<Seen> seen = new ConcurrentLinkedQueue<>();
    private final Set<String> served = ConcurrentHashMap.newKeySet();

    public TestServer(String name) {
        this.name = name;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 200);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    /** A request as it went over the wire. */
    public record Seen(String method, String path, Map<String, List<String>> headers) {
        /** The first value of a header, "" when there is none. */
        public String header(String name) {
            return headers.entrySet().stream()
                    .filter(header -> header.getKey().equalsIgnoreCase(name))
                    .map(header -> header.getValue().getFirst())
                    .findFirst()
                    .orElse("");
        }
    }

    /** Every request so far, to whatever path. */
    public List<Seen> seen() {
        return List.copyOf(seen);
    }

    /** What a request comes to. */
    public record Answer(int status, Map<String, String> headers, String body) {
        /** None: the connection breaks. */
        public static final Answer LOST = new Answer(0, Map.of(), "");

        public static Answer json(int status, String body) {
            return new Answer(status, Map.of("Content-Type", "application/json"), body);
        }
    }

    /** A request, read. */
    public record Request(String method, HttpExchange exchange, String body) {
        public String header(String header) {
            String value = exchange.getRequestHeaders().getFirst(header);
            return value == null ? "" : value;
        }

        /** The body as a form. */
        public Map<String, String> form() {
            Map<String, String> form = new LinkedHashMap<>();
            for (String pair : body.split("&")) {
                int equals = pair.indexOf('=');
                if (equals > 0) {
                    form.put(
                            pair.substring(0, equals),
                            URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
                }
            }
            return form;
        }
    }

    /** Answers requests. */
    public interface Handler {
        Answer answer(Request request);
    }

    /** Is told of each request before it is dealt with, with the status 0, and before its answer leaves. */
    public interface Watch {
        void at(String path, int status);
    }

    /** Lets somebody watch from now on, who may hold up what they see. */
    public void watched(Watch by) {
        watch = by;
    }

    public URI origin() {
        return URI.create("http://" + name + ".localhost:" + server.getAddress().getPort());
    }

    public String host() {
        return name + ".localhost";
    }

    /** Answers there like this from now on. */
    public void on(String path, Handler handler) {
        if (!served.add(path)) {
            server.removeContext(path);
        }
        server.createContext(path, exchange -> {
            seen.add(new Seen(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().toString(),
                    Map.copyOf(exchange.getRequestHeaders())));
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            watch.at(path, 0);
            Answer answer = handler.answer(new Request(exchange.getRequestMethod(), exchange, body));
            watch.at(path, answer.status());
            if (answer.equals(Answer.LOST)) {
                exchange.close();
                return;
            }
            byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
            answer.headers().forEach(exchange.getResponseHeaders()::add);
            exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
