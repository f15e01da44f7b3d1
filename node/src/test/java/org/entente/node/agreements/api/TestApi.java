package org.entente.node.agreements.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.entente.node.TestNode;
import org.entente.node.signin.TestOAuthClient;
import tools.jackson.databind.node.ObjectNode;

/** A script that calls a node's API with a token. */
final class TestApi {
    private TestApi() {}

    static HttpResponse<String> call(TestNode node, String method, String path, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(node.origin() + path))
                .header("Authorization", "Bearer " + new TestOAuthClient(node).bearerToken())
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        if (!body.isEmpty()) {
            request.header("Content-Type", "application/json");
        }
        return TestOAuthClient.send(request.build());
    }

    static HttpResponse<String> read(TestNode node, String path) {
        return TestOAuthClient.send(
                HttpRequest.newBuilder(URI.create(node.origin() + path)).build());
    }

    static ObjectNode json(HttpResponse<String> response) {
        return TestOAuthClient.json(response);
    }

    static void assertProblem(HttpResponse<String> response, int status, String code) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(json(response).path("code").asString()).isEqualTo(code);
    }

    /** By another system of the government than the one that {@link #call} is. */
    static HttpResponse<String> bySignatory(TestNode node, String path, String body) {
        return TestOAuthClient.send(HttpRequest.newBuilder(URI.create(node.origin() + path))
                .header("Authorization", "Bearer " + new TestOAuthClient(node).bearerToken(TestOAuthClient.SIGNATORY))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }
}
