package org.entente.node.agreements.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.entente.node.agreements.TestParties.NAME;
import static org.entente.node.agreements.TestParties.PATIENCE;
import static org.entente.node.agreements.TestParties.awaitNumber;
import static org.entente.node.agreements.TestParties.conclude;
import static org.entente.node.agreements.TestParties.government;
import static org.entente.node.agreements.TestParties.held;
import static org.entente.node.agreements.TestParties.perform;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.entente.node.TestNode;
import org.entente.node.agreements.TestEntentes;
import org.entente.node.agreements.life.Act;
import org.entente.node.agreements.life.ActJson;
import org.entente.node.agreements.life.Target;
import org.entente.node.web.Answers;
import org.entente.protocols.json.Json;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.node.ObjectNode;

/** What anybody asks a real node about what would be accepted: by page, by JSON, by the registry protocol. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProofPathPagesTests {
    private final TestNode quebec = government("quebec", "CA-QC");
    private final TestNode britishColumbia = government("british-columbia", "CA-BC");
    private final Answers answers = new Answers(britishColumbia.origin());
    private final HttpClient client = HttpClient.newHttpClient();

    @BeforeAll
    void conclusion() {
        conclude(quebec, britishColumbia);
    }

    @AfterAll
    void close() {
        client.close();
        britishColumbia.close();
        quebec.close();
    }

    @Test
    void an_empty_form_offers_what_the_ententes_name() throws Exception {
        assertThat(body("/en/proof-path"))
                .contains("What is accepted, and why", "Proof of identity", "value=\"arrival\"")
                .contains("quebec: registrar", "<select id=\"field-issuer\"")
                .doesNotContain("<script");
        assertThat(body("/en/ententes/" + NAME)).contains("href=\"/en/proof-path\"");
    }

    @Test
    void a_question_is_answered_with_its_path_in_both_languages() throws Exception {
        String query = query("place_of_birth");
        ObjectNode json = Json.object(body("/api/proof-path" + query));
        assertThat(json.path("fault").asString())
                .as("these governments agree, and their registrars issue nothing yet")
                .isEqualTo("metadata-missing");
        assertThat(json.at("/ruling/step").asString()).isEqualTo("claims");

        String page = body("/en/proof-path" + query);
        assertThat(page)
                .contains("Not accepted: step", "What can be done:", "class=\"path\"", "Anchor", "Not looked at");
        assertThat(body("/fr/proof-path" + query)).contains("Pas accepté", "Ce qu’on peut faire", "Ancrage");
        assertThat(page).contains("/api/proof-path?type=");
    }

    @Test
    void a_foreign_issuer_is_named_and_the_ruling_stands_beside_the_path() throws Exception {
        String query = query("name").replace(encoded(registrar(quebec)), encoded("https://elsewhere.example/o/a"));
        ObjectNode json = Json.object(body("/api/proof-path" + query));

        assertThat(json.path("holds").asBoolean(true)).isFalse();
        assertThat(json.path("fault").asString()).isEqualTo("foreign-issuer");
        assertThat(json.at("/ruling/step").asString()).isEqualTo("issuer");
        assertThat(json.path("entente").asString()).endsWith("/ententes/" + NAME);
    }

    @Test
    void what_is_missing_or_not_understood_is_said() throws Exception {
        var page = answers.get("/en/proof-path?type=" + encoded(TestEntentes.IDENTITY) + "&day=tomorrow");
        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.body()).contains("Choose one", "Write a day as");
        assertThat(answers.get("/api/proof-path" + query("name") + "&day=2026-13-01")
                        .statusCode())
                .isEqualTo(400);
        assertThat(answers.get("/api/proof-path").statusCode()).isEqualTo(400);
        assertThat(answers.get("/en/proof-path" + query("..")).statusCode()).isEqualTo(400);
    }

    @Test
    void the_registry_protocol_says_what_the_ruling_says() throws Exception {
        ObjectNode issue = query(registrar(quebec), "issue");
        assertThat(answer("/authorization", issue).path("authorized").asBoolean(false))
                .isTrue();
        assertThat(answer("/authorization", query("https://elsewhere.example/o/a", "issue"))
                        .path("authorized")
                        .asBoolean(true))
                .isFalse();

        ObjectNode accept = query(registrar(britishColumbia), "accept");
        accept.putObject("context").put("purpose", "arrival").put("claims", "name, birthdate");
        assertThat(answer("/authorization", accept).path("authorized").asBoolean(false))
                .isTrue();
        accept.withObject("/context").put("claims", "place_of_birth");
        ObjectNode refused = answer("/authorization", accept);
        assertThat(refused.path("authorized").asBoolean(true)).isFalse();
        assertThat(refused.path("message").asString()).startsWith("Beyond the maximum of clause 3.1");
        var french = answers.post(
                "/authorization",
                Json.write(accept),
                "Content-Type",
                "application/json",
                "Accept-Language",
                "fr-CA,fr;q=0.9");
        assertThat(Json.object(french.body()).path("message").asString()).startsWith("Au-delà du maximum");
        assertThat(french.headers().firstValue("Content-Language")).contains("fr");

        ObjectNode party = query(quebec.origin().toString(), "issue");
        party.putObject("context").put("time", "2020-01-01T00:00:00Z");
        ObjectNode early = answer("/recognition", party);
        assertThat(early.path("recognized").asBoolean(true)).isFalse();
        assertThat(early.path("time_requested").asString()).isEqualTo("2020-01-01T00:00:00Z");
        assertThat(early.path("context")).isEqualTo(party.path("context"));
        party.remove("context");
        assertThat(answer("/recognition", party).path("recognized").asBoolean(false))
                .isTrue();
    }

    @Test
    void another_moment_is_judged_by_what_held_then() throws Exception {
        ObjectNode issue = query(registrar(quebec), "issue");
        Instant before = Instant.now();
        Target type = new Target("CA-QC", Target.Direction.ISSUANCE, Set.of(), Set.of(TestEntentes.IDENTITY));
        String suspension = perform(quebec, ActJson.suspend(type, Act.Cause.MAINTENANCE));
        await().atMost(PATIENCE).until(() -> !isAuthorized(issue));
        await().atMost(PATIENCE).until(() -> held(quebec).pending().isEmpty());
        awaitNumber(held(quebec).chain().number(), britishColumbia);
        Instant during = held(britishColumbia).chain().at();
        perform(quebec, ActJson.lift(suspension));
        await().atMost(PATIENCE).until(() -> isAuthorized(issue));

        assertThat(isAuthorized(at(issue, before))).isTrue();
        assertThat(isAuthorized(at(issue, during))).isFalse();
        ObjectNode ahead = answer("/authorization", at(issue, before.plus(Duration.ofDays(30))));
        assertThat(ahead.path("authorized").asBoolean(true)).isFalse();
        assertThat(ahead.path("message").asString()).contains("lies ahead");
        assertThat(Json.object(body("/api/proof-path" + query("name") + "&day=2026-09-01"))
                        .path("fault")
                        .asString())
                .isEqualTo("not-begun");
        assertThat(body("/fr/proof-path" + query("name") + "&day=2026-09-01")).contains("L’entente lie");
    }

    private boolean isAuthorized(ObjectNode query) throws Exception {
        return answer("/authorization", query).path("authorized").asBoolean();
    }

    private static ObjectNode at(ObjectNode query, Instant moment) {
        ObjectNode other = query.deepCopy();
        other.putObject("context").put("time", moment.toString());
        return other;
    }

    @Test
    void a_query_that_is_none_is_answered_by_problem_details() throws Exception {
        assertProblem(400, "/authorization", "{");
        assertProblem(400, "/authorization", Json.write(query("", "issue")));
        assertProblem(400, "/authorization", Json.write(query(registrar(britishColumbia), "accept")));
        assertProblem(404, "/authorization", Json.write(query(registrar(quebec), "govern")));
        assertProblem(404, "/recognition", Json.write(query(registrar(quebec), "accept")));
        ObjectNode elsewhere = query(registrar(quebec), "issue").put("authority_id", "https://elsewhere.example");
        assertProblem(404, "/recognition", Json.write(elsewhere));
        ObjectNode local = query(registrar(quebec), "issue");
        local.putObject("context").put("time", "2026-01-01T00:00:00+01:00");
        assertProblem(400, "/recognition", Json.write(local));
        local.putObject("context").put("claims", 7);
        assertProblem(400, "/recognition", Json.write(local));
    }

    private ObjectNode query(String entity, String action) {
        return Json.newObject()
                .put("entity_id", entity)
                .put("authority_id", quebec.origin() + "/ententes/" + NAME)
                .put("action", action)
                .put("resource", TestEntentes.IDENTITY);
    }

    private String query(String claim) {
        return "?type=" + encoded(TestEntentes.IDENTITY) + "&issuer=" + encoded(registrar(quebec)) + "&verifier="
                + encoded(registrar(britishColumbia)) + "&purpose=arrival&claim=" + encoded(claim);
    }

    private static String registrar(TestNode node) {
        return node.origin() + "/o/registrar";
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private String body(String path) throws IOException, InterruptedException {
        var answer = answers.get(path);
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    private ObjectNode answer(String path, ObjectNode query) throws Exception {
        HttpResponse<String> answer = post(path, Json.write(query));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        ObjectNode json = Json.object(answer.body());
        assertThat(json.path("entity_id")).isEqualTo(query.path("entity_id"));
        assertThat(json.path("time_evaluated").asString()).endsWith("Z");
        return json;
    }

    private void assertProblem(int status, String path, String body) throws Exception {
        HttpResponse<String> answer = post(path, body);
        assertThat(answer.statusCode()).as(body).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
    }

    private HttpResponse<String> post(String path, String body) throws Exception {
        URI address = URI.create(
                britishColumbia.origin().toString().replace("british-columbia.localhost", "localhost") + path);
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
        return client.send(request, BodyHandlers.ofString());
    }
}
