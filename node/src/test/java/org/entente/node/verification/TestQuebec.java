package org.entente.node.verification;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.entente.node.agreements.document.PartyFacts;
import org.entente.node.kernel.Jurisdiction;
import org.entente.node.kernel.Text;
import org.entente.protocols.jose.Jwks;

/** Québec as others see it: its keys, and the status lists that its registrar publishes. Counts who asks for them. */
public final class TestQuebec implements AutoCloseable {
    private final HttpServer server;
    private final TestKey federation = TestKey.create();
    private final TestIssuer registrar;
    private final AtomicInteger asked = new AtomicInteger();
    private final Set<Integer> revoked = ConcurrentHashMap.newKeySet();

    public TestQuebec() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        registrar = TestIssuer.at(URI.create(origin() + "/o/etat-civil"), Instant.now());
        publish("/o/etat-civil/status/1", () -> registrar.statusListToken(Instant.now(), indices()));
        publish("/.well-known/openid-credential-issuer/o/etat-civil", registrar::metadata);
        publish("/o/etat-civil/lists", registrar::aggregation);
        server.start();
    }

    public URI origin() {
        return URI.create("http://quebec.localhost:" + server.getAddress().getPort());
    }

    public TestIssuer registrar() {
        return registrar;
    }

    public TestKey federation() {
        return federation;
    }

    /** How often anybody asked it for anything. */
    public int asked() {
        return asked.get();
    }

    public void revoke(int index) {
        revoked.add(index);
    }

    public PartyFacts facts() {
        return new PartyFacts(
                new Jurisdiction("CA-QC", new Text("Québec", "Québec"), Jurisdiction.Kind.PROVINCE),
                Jwks.of(federation.publicKey()),
                registrar.authority());
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private int[] indices() {
        return new HashSet<>(revoked).stream().mapToInt(Integer::intValue).toArray();
    }

    private void publish(String path, Supplier<String> document) {
        server.createContext(path, exchange -> {
            asked.incrementAndGet();
            byte[] body = document.get().getBytes(StandardCharsets.UTF_8);
            boolean exact = exchange.getRequestURI().getPath().equals(path);
            exchange.sendResponseHeaders(exact ? 200 : 404, exact ? body.length : -1);
            if (exact) {
                exchange.getResponseBody().write(body);
            }
            exchange.close();
        });
    }
}
