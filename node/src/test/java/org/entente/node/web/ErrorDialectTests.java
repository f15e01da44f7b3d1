package org.entente.node.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.entente.node.TestNode;
import org.entente.protocols.json.Json;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ErrorDialectTests {
    private static TestNode node;
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @BeforeAll
    static void start() {
        node = TestNode.government("quebec");
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    @Test
    void a_page_that_does_not_exist_is_a_page() throws Exception {
        var answer = get("/fr/nulle-part");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("<html lang=\"fr\">", "Cette page n’existe pas");
        assertThat(answer.headers().firstValue("Content-Language")).hasValue("fr-CA");
    }

    @Test
    void an_unknown_address_of_the_api_is_a_problem_whose_type_is_a_page() throws Exception {
        var answer = get("/api/nothing");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        var problem = Json.object(answer.body());
        assertThat(problem.path("code").asString()).isEqualTo("not_found");
        URI type = URI.create(problem.path("type").asString());
        assertThat(get(type.getPath()).statusCode()).isEqualTo(200);
    }

    @Test
    void an_unknown_protocol_address_answers_oauth_json() throws Exception {
        var answer = get("/o/nobody/nothing");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(Json.object(answer.body()).path("error").asString()).isEqualTo("not_found");
    }

    private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return CLIENT.send(
                HttpRequest.newBuilder(URI.create(node.origin() + path)).build(), BodyHandlers.ofString());
    }
}
