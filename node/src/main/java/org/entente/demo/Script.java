package org.entente.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import org.entente.protocols.json.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** An integrator's script at one node: takes a token with its client's secret and calls the API (RFC 6749 §4.4). */
final class Script {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI origin;
    private final String clientId;
    private final String clientSecret;

    Script(URI origin, String clientId, String clientSecret) {
        this.origin = origin;
        this.clientId = clientId;
        this.clientSecret = clientSecret;
    }

    /** An answer of the API. */
    record Answer(int status, JsonNode body) {
        /** The body of a success; anything else ends the tour and shows what was said. */
        ObjectNode expect(int expected) {
            if (status != expected || !(body instanceof ObjectNode object)) {
                throw new DemoFailed("expected " + expected + " and was answered " + status + ": " + body);
            }
            return object;
        }
    }

    Answer get(String path, String scope) {
        return exchange(authorised(path, scope).GET().build());
    }

    /** Reads what is no JSON document. */
    String text(String path, String scope) {
        try {
            HttpResponse<String> answer =
                    client.send(authorised(path, scope).GET().build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new DemoFailed("expected 200 and was answered " + answer.statusCode());
            }
            return answer.body();
        } catch (IOException e) {
            throw new DemoFailed("no answer from " + origin, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DemoFailed("interrupted", e);
        }
    }

    Answer post(String path, String scope, ObjectNode body) {
        return exchange(authorised(path, scope)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(Json.write(body)))
                .build());
    }

    Answer delete(String path, String scope) {
        return exchange(authorised(path, scope).DELETE().build());
    }

    /** Reads a public document. */
    static String read(URI address) {
        try {
            HttpRequest request =
                    HttpRequest.newBuilder(address).timeout(PATIENCE).build();
            return HttpClient.newHttpClient()
                    .send(request, HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            throw new DemoFailed("no answer from " + address, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DemoFailed("interrupted", e);
        }
    }

    private HttpRequest.Builder authorised(String path, String scope) {
        return HttpRequest.newBuilder(URI.create(origin + path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token(scope));
    }

    private String token(String scope) {
        String credentials =
                Base64.getEncoder().encodeToString((clientId + ":" + clientSecret).getBytes(StandardCharsets.UTF_8));
        Answer answer = exchange(HttpRequest.newBuilder(URI.create(origin + "/oauth/token"))
                .timeout(PATIENCE)
                .header("Authorization", "Basic " + credentials)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(
                        Browser.encode(Map.of("grant_type", "client_credentials", "scope", scope))))
                .build());
        return answer.expect(200).path("access_token").asString("");
    }

    private Answer exchange(HttpRequest request) {
        try {
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            JsonNode body = answer.body().isEmpty() ? Json.newObject() : Json.parse(answer.body());
            return new Answer(answer.statusCode(), body);
        } catch (IOException e) {
            throw new DemoFailed("no answer from " + origin, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DemoFailed("interrupted", e);
        }
    }
}
