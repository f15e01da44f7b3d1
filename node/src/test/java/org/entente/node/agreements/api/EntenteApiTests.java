package org.entente.node.agreements.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.entente.node.agreements.TestParties.NAME;
import static org.entente.node.agreements.TestParties.PATIENCE;
import static org.entente.node.agreements.TestParties.draft;
import static org.entente.node.agreements.TestParties.government;
import static org.entente.node.agreements.api.TestApi.assertProblem;
import static org.entente.node.agreements.api.TestApi.bySignatory;
import static org.entente.node.agreements.api.TestApi.call;
import static org.entente.node.agreements.api.TestApi.json;
import static org.entente.node.agreements.api.TestApi.read;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.entente.node.TestNode;
import org.entente.node.agreements.held.PublicRecord;
import org.entente.node.agreements.life.Verdict;
import org.entente.node.signin.TestOAuthClient;
import org.entente.protocols.json.Json;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Scripts at each government's node conclude an entente over HTTP alone: one approves, another signs. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class EntenteApiTests {
    private final TestNode quebec =
            government("quebec", "CA-QC", TestOAuthClient.settings("agreements", "agreements.read"));
    private final TestNode britishColumbia =
            government("british-columbia", "CA-BC", TestOAuthClient.settings("agreements", "agreements.read"));
    private final TestNode stranger = government("yukon", "CA-YT", TestOAuthClient.settings("other"));

    @AfterAll
    void close() {
        stranger.close();
        britishColumbia.close();
        quebec.close();
    }

    @Test
    @Order(1)
    void nobody_without_the_scope_learns_or_changes_anything() {
        for (String list : List.of("/api/ententes", "/api/partners", "/api/drafts/templates")) {
            assertThat(call(stranger, "GET", list, "").statusCode()).isEqualTo(403);
        }
        assertThat(call(stranger, "POST", "/api/ententes", "{}").statusCode()).isEqualTo(403);
        HttpRequest anonymous = HttpRequest.newBuilder(URI.create(quebec.origin() + "/api/ententes"))
                .build();
        assertThat(TestOAuthClient.send(anonymous).statusCode()).isEqualTo(401);
    }

    @Test
    @Order(2)
    void a_draft_that_makes_no_document_is_refused_with_the_place_that_is_wrong() {
        ObjectNode draft = draft(quebec, britishColumbia);
        ((ObjectNode) draft.at("/clauses/0")).put("kind", "surveil");
        assertProblem(call(quebec, "POST", "/api/ententes", Json.write(draft)), 400, "invalid_entente");

        ObjectNode without = draft(quebec, britishColumbia);
        ((ArrayNode) without.path("parties")).remove(0);
        assertProblem(call(quebec, "POST", "/api/ententes", Json.write(without)), 422, "not_a_party");

        ObjectNode absent = draft(quebec, britishColumbia);
        ((ObjectNode) absent.at("/parties/1")).put("entity", "http://nobody.localhost:9");
        assertProblem(call(quebec, "POST", "/api/ententes", Json.write(absent)), 422, "party_absent");

        ObjectNode broken = draft(quebec, britishColumbia);
        ((ArrayNode) broken.at("/clauses/0/maximum_claims")).remove(0);
        assertProblem(call(quebec, "POST", "/api/ententes", Json.write(broken)), 422, "golden_cases");

        String twice = Json.write(draft(quebec, britishColumbia)).replaceFirst("\\{", "{\"name\":\"other\",");
        assertThat(call(quebec, "POST", "/api/ententes", twice).statusCode()).isEqualTo(400);
        assertThat(call(quebec, "POST", "/api/ententes", "[]").statusCode()).isEqualTo(400);
        assertThat(json(call(quebec, "GET", "/api/ententes", "")).path("ententes"))
                .isEmpty();
    }

    @Test
    @Order(3)
    void two_scripts_conclude_an_entente() {
        String partner = "{\"entity\":\"" + quebec.origin() + "\"}";
        assertThat(call(britishColumbia, "POST", "/api/partners", partner).statusCode())
                .isEqualTo(200);
        String draft = Json.write(draft(quebec, britishColumbia));
        HttpResponse<String> proposed = call(quebec, "POST", "/api/ententes", draft);
        assertThat(proposed.statusCode()).as(proposed.body()).isEqualTo(201);
        assertThat(json(proposed).path("state").asString()).isEqualTo("proposed");
        assertProblem(call(quebec, "POST", "/api/ententes", draft), 409, "name_taken");
        assertThat(read(quebec, "/ententes/" + NAME).statusCode()).isEqualTo(404);

        await().atMost(PATIENCE)
                .until(() -> call(britishColumbia, "GET", path(""), "").statusCode() == 200);
        agreeApproveAndSign(json(proposed).path("document_hash").asString());
        await().atMost(PATIENCE).until(() -> state(britishColumbia).equals("in-force"));
        assertThat(state(quebec)).isEqualTo("in-force");
        assertThat(json(call(quebec, "GET", path(""), "")).path("head"))
                .isEqualTo(json(call(britishColumbia, "GET", path(""), "")).path("head"));
        SeenByScripts.whatHappened(britishColumbia);
    }

    private void agreeApproveAndSign(String text) {
        String named = "{\"document\":\"" + text + "\"}";
        String other = "{\"document\":\"" + "A".repeat(43) + "\"}";
        assertProblem(call(britishColumbia, "POST", path("/signature"), "{}"), 400, "invalid_request");
        assertProblem(call(britishColumbia, "POST", path("/signature"), named), 409, "not_agreed");
        assertProblem(approve(britishColumbia, text, 1), 409, "not_agreed");
        assertProblem(call(britishColumbia, "POST", path("/agreement"), other), 409, "other_text");
        assertThat(call(britishColumbia, "POST", path("/agreement"), named).statusCode())
                .isEqualTo(202);
        await().atMost(PATIENCE)
                .until(() -> json(call(quebec, "GET", path(""), ""))
                                .at("/talks/agreed_by")
                                .size()
                        == 2);
        assertProblem(call(britishColumbia, "POST", path("/signature"), named), 409, "not_approved");
        assertThat(approve(britishColumbia, text, 1).statusCode()).isEqualTo(200);
        assertThat(approve(britishColumbia, text, 9).statusCode()).isEqualTo(404);
        SeenByScripts.anotherDecides(britishColumbia, text);
        assertProblem(call(britishColumbia, "POST", path("/signature"), other), 409, "other_text");
        assertThat(json(call(britishColumbia, "POST", path("/signature"), named))
                        .path("state")
                        .asString())
                .isEqualTo("signed");
        assertProblem(call(britishColumbia, "POST", path("/rejection"), named), 409, "signed");
        assertProblem(approve(quebec, text, 2), 409, "too_early");
        assertThat(approve(quebec, text, 1).statusCode()).isEqualTo(200);
        assertThat(approve(quebec, text, 2).statusCode()).isEqualTo(200);
        assertProblem(call(quebec, "POST", path("/signature"), named), 409, "same_officer");
        assertThat(bySignatory(quebec, path("/signature"), named).statusCode()).isEqualTo(200);
    }

    @Test
    @Order(4)
    void everybody_may_read_the_record_and_replay_it() {
        PublicRecord record = PublicRecord.parse(
                read(britishColumbia, "/ententes/" + NAME).body().getBytes(StandardCharsets.UTF_8));
        HttpResponse<String> page = read(britishColumbia, "/ententes/" + NAME + "/transitions/1");
        assertThat(record.replay(PublicRecord.parsePage(page.body().getBytes(StandardCharsets.UTF_8)), Instant.now()))
                .isInstanceOf(Verdict.Applied.class);
        for (String none : new String[] {"2", "0", "-1", "x", "99999"}) {
            assertThat(read(britishColumbia, "/ententes/" + NAME + "/transitions/" + none)
                            .statusCode())
                    .isEqualTo(404);
        }
        assertThat(record.entente().hash())
                .isEqualTo(json(call(quebec, "GET", path(""), ""))
                        .path("document_hash")
                        .asString());
        assertThat(read(quebec, "/ententes/schema/1").body()).contains("urn:entente:schema:document:1");
    }

    @Test
    @Order(5)
    void a_script_suspends_and_lifts() {
        assertProblem(
                call(britishColumbia, "POST", path("/suspensions"), "{\"direction\":\"up\"}"), 400, "invalid_act");
        assertProblem(call(britishColumbia, "POST", path("/suspensions"), "{\"why\":\"x\"}"), 400, "invalid_request");
        String words = "{\"credential_types\":[\"Marie Tremblay, née 1990-04-12\"]}";
        assertProblem(call(britishColumbia, "POST", path("/suspensions"), words), 400, "invalid_act");
        String word = "{\"credential_types\":[\"marie-tremblay-1990-04-12\"]}";
        assertProblem(call(britishColumbia, "POST", path("/suspensions"), word), 409, "unnamed");
        assertSeenAndNotJoinedAgainstOneself();
        HttpResponse<String> suspended =
                call(britishColumbia, "POST", path("/suspensions"), "{\"cause\":\"maintenance\"}");
        assertThat(suspended.statusCode()).isEqualTo(202);
        String act = json(suspended).path("act").asString();
        assertThat(state(britishColumbia)).isEqualTo("suspended");
        await().atMost(PATIENCE).until(() -> state(quebec).equals("suspended"));
        assertProblem(
                call(quebec, "DELETE", path("/suspensions/CA-BC.00000000-0000-4000-8000-000000000000"), ""),
                409,
                "no_such_suspension");
        assertThat(call(britishColumbia, "DELETE", path("/suspensions/" + act), "")
                        .statusCode())
                .isEqualTo(202);
        await().atMost(PATIENCE).until(() -> state(britishColumbia).equals("in-force"));
        await().atMost(PATIENCE).until(() -> state(quebec).equals("in-force"));
    }

    private void assertSeenAndNotJoinedAgainstOneself() {
        String against = "{\"party\":\"CA-BC\",\"cause\":\"disagreement\"}";
        SeenByScripts.byTwo(quebec, path("/suspensions"), against);
        await().atMost(PATIENCE).until(() -> asked().isObject());
        assertThat(asked().path("by").toString()).isEqualTo("[\"CA-QC\"]");
        String act = asked().path("act").asString();
        assertProblem(call(britishColumbia, "POST", path("/asked/" + act), ""), 409, "not_entitled");
    }

    private JsonNode asked() {
        return json(call(britishColumbia, "GET", path(""), "")).at("/asked/0");
    }

    @Test
    @Order(6)
    void a_script_replaces_the_key_and_sees_when_it_is_done() {
        assertThat(call(stranger, "GET", "/api/key", "").statusCode()).isEqualTo(403);
        assertThat(call(stranger, "POST", "/api/key/roll-over", "").statusCode())
                .isEqualTo(403);
        ObjectNode before = json(call(quebec, "GET", "/api/key", ""));
        assertThat(before.path("state").asString()).isEqualTo("none");
        assertProblem(call(quebec, "POST", "/api/key/roll-over/confirmation", ""), 409, "not_asked");
        assertThat(json(call(quebec, "POST", "/api/key/roll-over", ""))
                        .path("state")
                        .asString())
                .isEqualTo("asked");
        assertProblem(call(quebec, "POST", "/api/key/roll-over", ""), 409, "under_way");
        assertThat(call(quebec, "DELETE", "/api/key/roll-over", "").statusCode())
                .isEqualTo(202);
        assertThat(call(quebec, "POST", "/api/key/roll-over", "").statusCode()).isEqualTo(202);
        assertProblem(call(quebec, "POST", "/api/key/roll-over/confirmation", ""), 409, "same_officer");
        assertThat(json(bySignatory(quebec, "/api/key/roll-over/confirmation", ""))
                        .path("next")
                        .isString())
                .isTrue();
        await().atMost(PATIENCE)
                .until(() -> json(call(quebec, "GET", "/api/key", ""))
                        .path("state")
                        .asString()
                        .equals("none"));
        ObjectNode after = json(call(quebec, "GET", "/api/key", ""));
        assertThat(after.path("key")).isNotEqualTo(before.path("key"));
        assertThat(after.at("/former/0/key")).isEqualTo(before.path("key"));
    }

    @Test
    @Order(7)
    void scripts_of_both_hand_the_ordering_over() {
        assertThat(call(quebec, "POST", path("/depositary/nobody"), "").statusCode())
                .isEqualTo(404);
        assertProblem(call(quebec, "POST", path("/depositary/CA-QC"), ""), 409, "not_entitled");
        await().atMost(PATIENCE).until(() -> head(quebec).equals(head(britishColumbia)));
        for (TestNode node : List.of(quebec, britishColumbia)) {
            SeenByScripts.byTwo(node, path("/depositary/CA-BC"), "");
        }
        for (TestNode node : List.of(quebec, britishColumbia)) {
            await().atMost(PATIENCE)
                    .until(() -> json(call(node, "GET", path(""), ""))
                            .path("depositary")
                            .asString()
                            .equals("CA-BC"));
        }
    }

    private static String head(TestNode node) {
        return json(call(node, "GET", path(""), "")).path("head").asString();
    }

    @Test
    @Order(9)
    void one_script_asks_to_leave_and_another_confirms() {
        HttpResponse<String> asked = call(quebec, "POST", path("/withdrawal"), "");
        assertThat(asked.statusCode()).isEqualTo(202);
        SeenByScripts.takenBack(quebec, britishColumbia);
        assertThat(json(bySignatory(quebec, path("/withdrawal"), "")).has("act"))
                .isTrue();
        await().atMost(PATIENCE)
                .until(() ->
                        json(call(quebec, "GET", path(""), "")).at("/parties/0").has("until"));
    }

    @Test
    @Order(8)
    void what_is_not_there_is_not_found() {
        for (String path :
                new String[] {"/api/ententes/none", "/api/ententes/none/withdrawal", path("/asked/CA-BC.none")}) {
            String method = path.endsWith("/none") ? "GET" : "POST";
            assertThat(call(quebec, method, path, "").statusCode()).isEqualTo(404);
        }
        assertThat(call(quebec, "POST", path("/accessions/CA-YT/approval"), "").statusCode())
                .isEqualTo(404);
        SeenByScripts.notJoined(quebec, britishColumbia);
    }

    private static HttpResponse<String> approve(TestNode node, String text, int step) {
        return call(node, "POST", path("/approvals"), "{\"document\":\"" + text + "\",\"step\":" + step + "}");
    }

    private static String path(String rest) {
        return "/api/ententes/" + NAME + rest;
    }

    private static String state(TestNode node) {
        return json(call(node, "GET", path(""), "")).path("state").asString();
    }
}
