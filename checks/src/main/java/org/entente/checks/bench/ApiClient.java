package org.entente.checks.bench;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.entente.protocols.json.Json;
import tools.jackson.databind.node.ObjectNode;

/** A system that calls a node's API with tokens of its own (RFC 6749 §4.4); one worker's. */
final class ApiClient implements AutoCloseable {
    private static final long TOKEN_NANOS = 120_000_000_000L;

    private final Wires wires = new Wires();
    private final URI origin;
    private final String client;
    private final String secret;
    private final Map<String, Token> tokens = new HashMap<>();

    private record Token(String text, long takenAt) {}

    ApiClient(URI origin, String client, String secret) {
        this.origin = origin;
        this.client = client;
        this.secret = secret;
    }

    URI origin() {
        return origin;
    }

    Wire.Answer get(String path, String scope) {
        return wires.get(URI.create(origin + path), Map.of("Authorization", "Bearer " + token(scope)));
    }

    ObjectNode post(String path, String scope, ObjectNode body, int expected) {
        Map<String, String> headers =
                Map.of("Authorization", "Bearer " + token(scope), "Content-Type", "application/json");
        byte[] answer =
                wires.post(URI.create(origin + path), headers, Json.bytes(body)).expect(expected);
        return answer.length == 0 ? Json.newObject() : Json.object(answer);
    }

    private String token(String scope) {
        Token known = tokens.get(scope);
        if (known == null || System.nanoTime() - known.takenAt() > TOKEN_NANOS) {
            known = new Token(take(scope), System.nanoTime());
            tokens.put(scope, known);
        }
        return known.text();
    }

    private String take(String scope) {
        String basic = Base64.getEncoder().encodeToString((client + ":" + secret).getBytes(StandardCharsets.UTF_8));
        byte[] form = FormText.encode(Map.of("grant_type", "client_credentials", "scope", scope))
                .getBytes(StandardCharsets.US_ASCII);
        Map<String, String> headers =
                Map.of("Authorization", "Basic " + basic, "Content-Type", "application/x-www-form-urlencoded");
        byte[] answer =
                wires.post(URI.create(origin + "/oauth/token"), headers, form).expect(200);
        return Json.object(answer).path("access_token").asString("");
    }

    @Override
    public void close() {
        wires.close();
    }
}
