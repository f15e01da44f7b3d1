package org.entente.node.signin;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.entente.node.TestHttps;
import org.entente.node.TestNode;
import org.entente.node.kernel.Secrets;
import org.entente.node.keys.Keys;
import org.entente.protocols.jose.Signer;
import org.entente.protocols.json.Json;
import org.entente.protocols.oauth.DpopExpectation;
import org.entente.protocols.oauth.DpopProof;
import tools.jackson.databind.node.ObjectNode;

/** A system with a secret and a key of its own, as the token endpoint and the API meet it. */
public final class TestOAuthClient {
    public static final String ID = "ministry";
    /** A second system of the same government, with the same secret. */
    public static final String SIGNATORY = "signatory";

    public static final String SECRET = "kamouraska-kamouraska-kamouraska";

    private static final HttpClient HTTP = TestHttps.client();

    private final TestNode node;
    private final Signer key;

    public TestOAuthClient(TestNode node) {
        this.node = node;
        Keys keys = node.bean(Keys.class);
        this.key = keys.signer(keys.newKey());
    }

    /** The settings under which a node knows this client and the signatory, with these scopes. */
    public static Map<String, Object> settings(String... scopes) {
        Map<String, Object> settings = new HashMap<>();
        for (String id : List.of(ID, SIGNATORY)) {
            String client = "entente.signin.clients[" + settings.size() / 3 + "].";
            settings.put(client + "id", id);
            settings.put(client + "secret-sha256", HexFormat.of().formatHex(Secrets.hash(SECRET)));
            settings.put(client + "scopes", String.join(",", scopes));
        }
        return settings;
    }

    /** With these scopes, and for one organisation of the node and one purpose. */
    public static Map<String, Object> actingFor(String organisation, String purpose, String... scopes) {
        Map<String, Object> settings = new HashMap<>(settings(scopes));
        settings.put("entente.signin.clients[0].organisations", organisation);
        settings.put("entente.signin.clients[0].purposes", purpose);
        return settings;
    }

    /** A bearer token with all of the client's scopes. */
    public String bearerToken() {
        return bearerToken(ID);
    }

    /** A bearer token of one of the two systems. */
    public String bearerToken(String id) {
        return json(token(Map.of("grant_type", "client_credentials", "client_id", id, "client_secret", SECRET), ""))
                .path("access_token")
                .stringValue();
    }

    /** A token bound to the client's key. */
    public String boundToken() {
        return json(token(
                        Map.of("grant_type", "client_credentials", "client_id", ID, "client_secret", SECRET),
                        proof("POST", "/oauth/token", "")))
                .path("access_token")
                .stringValue();
    }

    /** A fresh proof by the client's key for an address of the node, and for a token unless that is "". */
    public String proof(String method, String path, String token) {
        return proof(method, path, token, node.bean(ProofNonces.class).make(Instant.now()));
    }

    /** The same with another nonce, "" for none. */
    public String proof(String method, String path, String token, String nonce) {
        var request = new DpopExpectation(
                method, URI.create(node.origin() + path), token.isEmpty() ? "" : DpopProof.tokenHash(token));
        return DpopProof.create(key, request, nonce, UUID.randomUUID().toString(), Instant.now());
    }

    public Signer key() {
        return key;
    }

    /** Asks for a token; a proof of "" sends none. */
    public HttpResponse<String> token(Map<String, String> parameters, String proof) {
        return token(node, form(parameters), proof);
    }

    /** Asks that very process of the node. */
    public HttpResponse<String> token(TestNode process, String body, String proof) {
        var request = HttpRequest.newBuilder(URI.create(process.address() + "/oauth/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (!proof.isEmpty()) {
            request.header("DPoP", proof);
        }
        return send(request.build());
    }

    public static HttpResponse<String> send(HttpRequest request) {
        return send(request, HttpResponse.BodyHandlers.ofString());
    }

    static <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> body) {
        try {
            return HTTP.send(request, body);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public static ObjectNode json(HttpResponse<String> response) {
        return Json.object(response.body());
    }

    public static String form(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(entry -> encode(entry.getKey()) + "=" + encode(entry.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
