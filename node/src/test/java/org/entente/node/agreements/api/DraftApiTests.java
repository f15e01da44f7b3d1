package org.entente.node.agreements.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.node.agreements.TestParties.government;
import static org.entente.node.agreements.api.TestApi.assertProblem;
import static org.entente.node.agreements.api.TestApi.call;
import static org.entente.node.agreements.api.TestApi.json;
import static org.entente.node.agreements.api.TestApi.read;

import java.net.http.HttpResponse;
import java.util.List;
import org.entente.node.TestNode;
import org.entente.node.agreements.TestParties;
import org.entente.node.signin.TestOAuthClient;
import org.entente.protocols.json.Json;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A script writes drafts over HTTP alone, one edition after the other, and puts one on the table. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DraftApiTests {
    private static final String NAME = "by-script";

    private final TestNode quebec =
            government("quebec", "CA-QC", TestOAuthClient.settings("agreements", "agreements.read"));
    private final TestNode britishColumbia = government("british-columbia", "CA-BC");

    @AfterAll
    void close() {
        britishColumbia.close();
        quebec.close();
    }

    @Test
    @Order(1)
    void nobody_without_a_token_reads_a_draft_and_none_begins_from_bad_input() {
        assertThat(read(quebec, "/api/drafts").statusCode()).isEqualTo(401);
        String bc = britishColumbia.origin().toString();
        for (String wrong : List.of(
                "{}",
                beginning("nothing", NAME, bc),
                beginning("identity", "By script", bc),
                beginning("identity", NAME, "ftp://nowhere"),
                beginning("identity", NAME, bc).replaceFirst("\\{", "{\"officer\":\"me\","),
                beginning("identity", NAME, bc).replace("\"fr\"", "\"de\""),
                "{\"entente\":\"" + NAME + "\",\"document\":\"short\"}")) {
            assertProblem(call(quebec, "POST", "/api/drafts", wrong), 400, "invalid_request");
        }
        String unknown = "{\"entente\":\"" + NAME + "\",\"document\":\"" + "A".repeat(43) + "\"}";
        assertThat(call(quebec, "POST", "/api/drafts", unknown).statusCode()).isEqualTo(404);
        String absent = beginning("minimal", NAME, "http://nobody.localhost:9");
        assertProblem(call(quebec, "POST", "/api/drafts", absent), 422, "party_absent");
        for (String none : List.of("no-id", "00000000-0000-4000-8000-000000000000")) {
            assertThat(call(quebec, "GET", "/api/drafts/" + none, "").statusCode())
                    .isEqualTo(404);
        }
        assertThat(json(call(quebec, "GET", "/api/drafts", "")).path("drafts")).isEmpty();
    }

    @Test
    @Order(2)
    void a_script_writes_a_draft_and_proposes_it() {
        String parties = britishColumbia.origin().toString();
        HttpResponse<String> begun = call(quebec, "POST", "/api/drafts", beginning("identity", NAME, parties));
        assertThat(begun.statusCode()).as(begun.body()).isEqualTo(201);
        String draft = begun.headers().firstValue("Location").orElseThrow();
        ObjectNode text = (ObjectNode) json(begun).path("draft");
        assertThat(text.path("golden_cases")).isNotEmpty();
        assertThat(json(call(quebec, "GET", "/api/drafts", ""))
                        .at("/drafts/0/title/en")
                        .asString())
                .isEqualTo("By a script");
        assertNothingElseIsKept(draft, text);

        ((ObjectNode) text.at("/clauses/0")).put("retention_days", 9);
        JsonNode examples = text.remove("golden_cases");
        String second = edition(1, text);
        ObjectNode kept = json(call(quebec, "PUT", draft, second));
        assertThat(kept.path("edition").asInt()).isEqualTo(2);
        assertThat(kept.at("/draft/golden_cases"))
                .as("written from the clauses where none are sent")
                .isEqualTo(examples);
        assertThat(json(call(quebec, "PUT", draft, second)).path("edition").asInt())
                .as("repeated")
                .isEqualTo(2);
        ObjectNode other = text.deepCopy();
        ((ObjectNode) other.at("/clauses/0")).put("retention_days", 8);
        assertProblem(call(quebec, "PUT", draft, edition(1, other)), 409, "draft_changed");
        assertProblem(call(quebec, "POST", draft + "/proposal", "{\"edition\":1}"), 409, "draft_changed");

        HttpResponse<String> proposed = call(quebec, "POST", draft + "/proposal", "{\"edition\":2}");
        assertThat(proposed.statusCode()).as(proposed.body()).isEqualTo(201);
        assertThat(json(proposed).path("state").asString()).isEqualTo("proposed");
        assertThat(call(quebec, "POST", draft + "/proposal", "{\"edition\":2}").statusCode())
                .isEqualTo(404);
        assertThat(call(quebec, "GET", draft, "").statusCode()).isEqualTo(404);
    }

    @Test
    @Order(3)
    void a_script_answers_a_text_by_one_in_which_a_clause_goes_on_as_it_was_bound_until_a_day() {
        String document = json(call(quebec, "GET", "/api/ententes/" + NAME, ""))
                .path("document_hash")
                .asString();
        String asked = "{\"entente\":\"" + NAME + "\",\"document\":\"" + document + "\"}";
        HttpResponse<String> begun = call(quebec, "POST", "/api/drafts", asked);
        String draft = begun.headers().firstValue("Location").orElseThrow();
        assertThat(json(begun).at("/answers/document").asString()).isEqualTo(document);
        ObjectNode text = (ObjectNode) json(begun).path("draft");
        ObjectNode clause = (ObjectNode) text.at("/clauses/0");
        ((ObjectNode) clause.path("text")).put("until", "2099-01-01T00:00:00Z");
        text.path("paragraphs")
                .valueStream()
                .filter(paragraph -> paragraph.path("number").equals(clause.path("paragraph")))
                .forEach(paragraph -> ((ObjectNode) paragraph).put("en", "Other words."));
        assertThat(call(quebec, "PUT", draft, edition(1, text)).statusCode()).isEqualTo(200);
        ObjectNode stale = json(call(quebec, "PUT", draft, edition(2, text)));
        assertThat(stale.at("/draft/clauses/0/text")).isEqualTo(clause.path("text"));
        assertProblem(call(quebec, "DELETE", draft + "?edition=1", ""), 409, "draft_changed");
        assertProblem(call(quebec, "DELETE", draft, ""), 409, "draft_changed");
        assertThat(call(quebec, "DELETE", draft + "?edition=2", "").statusCode())
                .isEqualTo(204);
        assertThat(call(quebec, "DELETE", draft + "?edition=2", "").statusCode())
                .isEqualTo(404);
    }

    @Test
    @Order(4)
    void a_script_reads_the_templates_that_it_may_name() {
        JsonNode templates =
                json(call(quebec, "GET", "/api/drafts/templates", "")).path("templates");
        assertThat(templates.valueStream().map(one -> one.path("template").asString()))
                .containsExactly("identity", "minimal");
        assertThat(templates.at("/0/draft/clauses/0/accountable/party").asString())
                .isEqualTo("CA-QC");
        assertThat(templates.at("/0/draft").has("parties")).isFalse();
    }

    @Test
    @Order(5)
    void a_script_reads_the_list_of_ententes_page_by_page() {
        ObjectNode another = TestParties.draft(quebec, britishColumbia).put("name", "another");
        assertThat(call(quebec, "POST", "/api/ententes", Json.write(another)).statusCode())
                .isEqualTo(201);
        ObjectNode first = json(call(quebec, "GET", "/api/ententes?limit=1", ""));
        ObjectNode second = json(call(quebec, "GET", "/api/ententes?limit=1&after=another", ""));
        assertThat(first.at("/ententes/0/name").asString()).isEqualTo("another");
        assertThat(second.at("/ententes/0/name").asString()).isEqualTo(NAME);
        assertThat(first.path("ententes")).hasSize(1);
        assertThat(second.path("ententes")).hasSize(1);
        assertThat(second.path("total").asInt(0)).isEqualTo(2);
        assertThat(json(call(quebec, "GET", "/api/ententes?after=" + NAME, "")).path("ententes"))
                .isEmpty();
        assertThat(json(call(quebec, "GET", "/api/ententes", "")).path("ententes"))
                .hasSize(2);
        assertProblem(call(quebec, "GET", "/api/ententes?limit=201", ""), 400, "invalid_request");
    }

    private void assertNothingElseIsKept(String draft, ObjectNode text) {
        ObjectNode misnumbered = text.deepCopy();
        ((ObjectNode) misnumbered.at("/paragraphs/0")).put("number", "a");
        ObjectNode undated = text.deepCopy();
        undated.putObject("term").put("until", "2020");
        for (ObjectNode wrong :
                List.of(text.deepCopy().put("secret", 1), text.deepCopy().put("title", "x"), misnumbered, undated)) {
            assertProblem(call(quebec, "PUT", draft, edition(1, wrong)), 400, "invalid_entente");
        }
        assertProblem(call(quebec, "PUT", draft, "{\"edition\":1}"), 400, "invalid_request");
    }

    private static String beginning(String template, String name, String party) {
        ObjectNode body = Json.newObject().put("template", template).put("name", name);
        body.putObject("title").put("fr", "Par un programme").put("en", "By a script");
        body.putArray("parties").add(party);
        return Json.write(body);
    }

    private static String edition(int edition, ObjectNode draft) {
        ObjectNode body = Json.newObject().put("edition", edition);
        body.set("draft", draft);
        return Json.write(body);
    }
}
