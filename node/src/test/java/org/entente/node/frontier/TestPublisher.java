package org.entente.node.frontier;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;

/** Somebody who answers every request with the same, and remembers what was asked. */
public final class TestPublisher implements AutoCloseable {
    private final HttpServer server;
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private volatile int status = 200;
    private volatile String body = "";
    private volatile String header = "";
    private volatile String lastMethod = "";
    private volatile String lastAccept = "";
    private volatile String headerValue = "";
    private volatile Duration delay = Duration.ZERO;

    public TestPublisher() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            Headers asked = exchange.getRequestHeaders();
            String known = asked.getFirst("If-None-Match");
            lastMethod = exchange.getRequestMethod();
            lastAccept = asked.getFirst("Accept");
            requests.add(exchange.getRequestURI() + (known == null ? "" : " unless " + known));
            LockSupport.parkNanos(delay.toNanos());
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            if (!header.isEmpty()) {
                exchange.getResponseHeaders().add(header, headerValue);
            }
            boolean unchanged = known != null && header.equals("ETag") && known.equals(headerValue);
            exchange.sendResponseHeaders(unchanged ? 304 : status, unchanged || bytes.length == 0 ? -1 : bytes.length);
            if (!unchanged) {
                exchange.getResponseBody().write(bytes);
            }
            exchange.close();
        });
        server.start();
    }

    /** What it answers from now on. */
    public TestPublisher answer(int newStatus, String newBody) {
        status = newStatus;
        body = newBody;
        return this;
    }

    /** A header that it answers with from now on. */
    public TestPublisher with(String name, String value) {
        headerValue = value;
        header = name;
        return this;
    }

    /** How long everyone waits for an answer from now on. */
    public TestPublisher delay(Duration newDelay) {
        delay = newDelay;
        return this;
    }

    public URI origin() {
        return URI.create("http://perce.localhost:" + server.getAddress().getPort());
    }

    /** By which method it was last asked. */
    public String lastMethod() {
        return lastMethod;
    }

    /** Which media types it was last asked for. */
    public String lastAccept() {
        return lastAccept;
    }

    public List<String> requests() {
        return List.copyOf(requests);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
