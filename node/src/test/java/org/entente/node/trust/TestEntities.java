package org.entente.node.trust;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.entente.node.verification.TestKey;
import org.entente.protocols.federation.EntityStatement;
import org.entente.protocols.federation.StatementContent;
import org.entente.protocols.jose.Jwks;
import org.entente.protocols.json.Json;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A municipality's host, with entities that say of each other whatever a test wants. */
final class TestEntities implements AutoCloseable {
    private final HttpServer server;
    private final Map<String, String> documents = new ConcurrentHashMap<>();
    private final Map<URI, TestKey> keys = new ConcurrentHashMap<>();

    TestEntities() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            String document = documents.get(exchange.getRequestURI().toString());
            byte[] bytes = document == null ? new byte[0] : document.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(document == null ? 404 : 200, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
    }

    /** The host itself, which is an entity too. */
    URI host() {
        return URI.create("http://perce.localhost:" + server.getAddress().getPort());
    }

    URI entity(String name) {
        return URI.create(host() + "/o/" + name);
    }

    TestKey key(URI entity) {
        return keys.computeIfAbsent(entity, one -> TestKey.create());
    }

    /** The entities that the host lists below itself. */
    void lists(Stream<URI> entities) {
        ArrayNode list = Json.newArray();
        entities.forEach(entity -> list.add(entity.toString()));
        documents.put("/list", Json.write(list));
    }

    /** An entity says who it is and whom it has above itself; the first of these vouches for it, where all look for that. */
    void joins(URI entity, URI... superiors) {
        ObjectNode metadata = Json.newObject();
        metadata.putObject("federation_entity")
                .put("federation_list_endpoint", host() + "/list")
                .put("federation_fetch_endpoint", host() + "/fetch");
        String own = entity.toString().substring(host().toString().length()) + EntityStatement.WELL_KNOWN_PATH;
        documents.put(own, signed(entity, entity, List.of(superiors), metadata));
        String asked = URLEncoder.encode(entity.toString(), StandardCharsets.UTF_8);
        if (superiors.length > 0 && superiors[0].toString().startsWith(host().toString())) {
            documents.put("/fetch?sub=" + asked, signed(superiors[0], entity, List.of(), Json.newObject()));
        }
    }

    private String signed(URI issuer, URI subject, List<URI> superiors, ObjectNode metadata) {
        Instant now = Instant.now();
        return EntityStatement.sign(
                        new StatementContent(
                                issuer,
                                subject,
                                now.minusSeconds(60),
                                now.plusSeconds(3600),
                                Jwks.of(key(subject).publicKey()),
                                superiors,
                                metadata),
                        key(issuer))
                .toString();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
