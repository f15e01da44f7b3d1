package org.entente.node.verification;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.entente.node.TestNode;
import org.entente.node.signin.TestOAuthClient;
import org.entente.protocols.json.Json;
import org.entente.protocols.oid4vp.RequestObject;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** British Columbia's node with the entente in force, and a ministry's system that starts presentations through the API. */
public final class TestColumbia implements AutoCloseable {
    public static final String BACK = "https://ministry.example/arrivals?session=1";

    private final TestQuebec quebec = new TestQuebec();
    private final TestNode node;
    private final TestEntente entente;
    private final TestOAuthClient client;

    public TestColumbia() {
        Map<String, Object> settings = new LinkedHashMap<>(TestEntente.settings());
        settings.put("entente.node.organisations[1].id", "library");
        settings.put("entente.node.organisations[1].name.fr", "Bibliothèque");
        settings.put("entente.node.organisations[1].name.en", "Library");
        settings.putAll(TestOAuthClient.actingFor("citizen-services", "arrival", "verification"));
        node = TestNode.government("british-columbia", settings);
        entente = TestEntente.inForce(node, quebec);
        client = new TestOAuthClient(node);
    }

    public TestNode node() {
        return node;
    }

    public TestQuebec quebec() {
        return quebec;
    }

    public TestEntente entente() {
        return entente;
    }

    /** Asks for the name, the birth date and the pseudonym, and fetches the request as a wallet does. */
    public RequestObject ask() {
        ObjectNode started = Json.object(start(body()).body());
        return TestWallet.fetch(
                started.path("client_id").asString(),
                URI.create(started.path("request_uri").asString()));
    }

    public HttpResponse<String> start(ObjectNode body) {
        return call("POST", "/api/presentations", Json.write(body));
    }

    public HttpResponse<String> call(String method, String path, String body) {
        return call(token(), method, path, body);
    }

    /** A token for {@link #call(String, String, String, String)}. */
    public String token() {
        return client.bearerToken();
    }

    public HttpResponse<String> call(String token, String method, String path, String body) {
        return TestOAuthClient.send(HttpRequest.newBuilder(URI.create(node.address() + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    @SafeVarargs
    public static ObjectNode body(List<String>... more) {
        ObjectNode body = Json.newObject()
                .put("organisation", "citizen-services")
                .put("purpose", "arrival")
                .put("credential_type", TestIssuer.TYPE)
                .put("back", BACK);
        body.putObject("purpose_text").put("fr", "Signaler une arrivée").put("en", "Report an arrival");
        ArrayNode claims = body.putArray("claims");
        claims.addArray().add("name");
        claims.addArray().add("birthdate");
        claims.addArray().add("pseudonyms").add("ca-bc-arrival");
        for (List<String> path : more) {
            path.forEach(claims.addArray()::add);
        }
        return body;
    }

    @Override
    public void close() {
        node.close();
        quebec.close();
    }
}
