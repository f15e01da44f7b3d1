package org.entente.node.agreements.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.node.agreements.TestParties.NAME;
import static org.entente.node.agreements.api.TestApi.assertProblem;
import static org.entente.node.agreements.api.TestApi.bySignatory;
import static org.entente.node.agreements.api.TestApi.call;
import static org.entente.node.agreements.api.TestApi.json;

import org.entente.node.TestNode;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What a script sees of an entente that is in force, and of what waits for a second word. */
final class SeenByScripts {
    private static final String HERE = "/api/ententes/" + NAME;

    private SeenByScripts() {}

    /** What was done before the entry into force, the entry, and who accepts what from whom. */
    static void whatHappened(TestNode node) {
        ObjectNode held = json(call(node, "GET", HERE, ""));
        assertThat(held.at("/transitions/0/what").asString()).isEqualTo("entry");
        assertThat(held.at("/transitions/0/by").valueStream().map(JsonNode::asString))
                .containsExactly("CA-QC", "CA-BC");
        assertThat(held.path("before_entry")
                        .valueStream()
                        .map(step -> step.path("what").asString()))
                .contains("proposed", "approved", "signed");
        assertThat(held.path("before_entry")
                        .valueStream()
                        .map(step -> step.path("document").asString()))
                .containsOnly(held.path("document_hash").asString());
        map(node);
        whoDidIt(node);
        partner(node);
        JsonNode newest = json(call(node, "GET", HERE + "/steps?limit=1", ""))
                .path("steps")
                .path(0);
        assertThat(newest.path("hash")).isEqualTo(held.path("head"));
        assertThat(json(call(
                                node,
                                "GET",
                                HERE + "/steps?limit=200&before="
                                        + newest.path("place").asInt(0),
                                ""))
                        .path("steps"))
                .hasSize(held.path("before_entry_total").asInt(-1));
        assertProblem(call(node, "GET", HERE + "/steps?limit=100000", ""), 400, "invalid_request");
    }

    /** Who the other party is, by which keys it is known, and that it is the only one. */
    private static void partner(TestNode node) {
        JsonNode known = json(call(node, "GET", "/api/partners", "")).path("partners");
        assertThat(known).hasSize(1);
        JsonNode other = known.path(0);
        assertThat(other.path("key").asString()).isEqualTo("CA-QC");
        assertThat(other.path("known_by").asString()).isEqualTo("pinned");
        assertThat(other.path("presents_itself").asBoolean(false)).isTrue();
        assertThat(other.path("ententes").valueStream().map(JsonNode::asString)).containsExactly(NAME);
        String entity = other.path("entity").asString();
        String met = "{\"entity\":\"" + entity + "\"}";
        assertThat(json(call(node, "POST", "/api/partners", met)).path("key_thumbprints"))
                .isEqualTo(other.path("key_thumbprints"))
                .isNotEmpty();
        assertThat(json(call(node, "GET", "/api/partners?after=" + entity, "")).path("partners"))
                .isEmpty();
        assertProblem(call(node, "GET", "/api/partners?limit=0", ""), 400, "invalid_request");
        assertProblem(call(node, "GET", "/api/partners?limit=201", ""), 400, "invalid_request");
    }

    /** Whoever has stated no steps approves by two, whatever the proposer wrote for it; who decides does not sign. */
    static void anotherDecides(TestNode node, String text) {
        String named = "{\"document\":\"" + text + "\"}";
        String decision = "{\"document\":\"" + text + "\",\"step\":2}";
        assertThat(call(node, "GET", HERE, "").body()).contains("\"path_from\":\"two-officers\"");
        assertProblem(bySignatory(node, HERE + "/signature", named), 409, "not_approved");
        assertProblem(call(node, "POST", HERE + "/approvals", decision), 409, "same_officer");
        assertThat(bySignatory(node, HERE + "/approvals", decision).statusCode())
                .isEqualTo(200);
        assertProblem(bySignatory(node, HERE + "/signature", named), 409, "same_officer");
    }

    /** Which of our systems did what, page by page. */
    private static void whoDidIt(TestNode node) {
        JsonNode deeds = json(call(node, "GET", HERE + "/deeds", "")).path("deeds");
        assertThat(deeds.valueStream()
                        .map(deed -> deed.path("kind").asString() + " "
                                + deed.path("officer").asString()))
                .containsExactly(
                        "signed client ministry",
                        "approved client signatory",
                        "approved client ministry",
                        "agreed client ministry");
        JsonNode newest = json(call(node, "GET", HERE + "/deeds?limit=1", ""))
                .path("deeds")
                .path(0);
        assertThat(newest).isEqualTo(deeds.path(0));
        String before = HERE + "/deeds?limit=1&before=" + newest.path("number").asLong(0);
        assertThat(json(call(node, "GET", before, "")).path("deeds").path(0)).isEqualTo(deeds.path(1));
        assertProblem(call(node, "GET", HERE + "/deeds?limit=201", ""), 400, "invalid_request");
        assertThat(call(node, "GET", "/api/ententes/none/deeds", "").statusCode())
                .isEqualTo(404);
    }

    private static void map(TestNode node) {
        ObjectNode map = json(call(node, "GET", HERE + "/recognitions", ""));
        assertThat(map.path("governments")
                        .valueStream()
                        .map(one -> one.path("key").asString()))
                .containsExactly("CA-QC", "CA-BC");
        assertThat(map.path("recognitions")
                        .valueStream()
                        .map(line -> line.path("from").asString() + " "
                                + line.path("to").asString() + " "
                                + line.path("clause").asString() + " "
                                + line.path("state").asString()))
                .containsExactlyInAnyOrder(
                        "CA-QC CA-BC 3.1 agreed", "CA-QC CA-BC 3.2 agreed", "CA-BC CA-QC 3.3 agreed");
        assertThat(call(node, "GET", "/api/ententes/none/recognitions", "").statusCode())
                .isEqualTo(404);
    }

    /** Nobody joins what is not there, unread, read otherwise, or their own already. */
    static void notJoined(TestNode quebec, TestNode britishColumbia) {
        String at = "{\"entente\":\"" + quebec.origin() + "/ententes/";
        String nowhere = at + "none\",\"document\":\"" + "A".repeat(43) + "\"}";
        assertProblem(call(britishColumbia, "POST", "/api/accessions", nowhere), 422, "entente_unavailable");
        String unread = at + NAME + "\"}";
        assertProblem(call(britishColumbia, "POST", "/api/accessions", unread), 400, "invalid_request");
        String other = nowhere.replace("none", NAME);
        assertProblem(call(britishColumbia, "POST", "/api/accessions", other), 409, "other_text");
        String text = json(call(quebec, "GET", HERE, "")).path("document_hash").asString();
        assertThat(call(britishColumbia, "POST", "/api/accessions", other.replace("A".repeat(43), text))
                        .statusCode())
                .isEqualTo(409);
    }

    /** What is against another party is asked for by one system, not confirmed by the same, and done when another says it. */
    static void byTwo(TestNode node, String path, String body) {
        int deeds = deeds(node);
        assertThat(json(call(node, "POST", path, body)).path("decision").asString())
                .isEqualTo("asked");
        assertProblem(call(node, "POST", path, body), 409, "same_officer");
        assertThat(deeds(node)).as("an act is sent with its deed").isEqualTo(deeds);
        assertThat(json(bySignatory(node, path, body)).has("act")).isTrue();
        JsonNode deed =
                json(call(node, "GET", HERE + "/deeds", "")).path("deeds").path(0);
        assertThat(deed.path("asked_by").asString() + ", "
                        + deed.path("officer").asString())
                .isEqualTo("client ministry, client signatory");
    }

    private static int deeds(TestNode node) {
        return json(call(node, "GET", HERE + "/deeds", "")).path("deeds").size();
    }

    /** A notice that was asked for waits for another system, is taken back, once, and is asked for anew. */
    static void takenBack(TestNode quebec, TestNode britishColumbia) {
        assertProblem(call(quebec, "POST", HERE + "/withdrawal", ""), 409, "same_officer");
        JsonNode waiting = json(call(quebec, "GET", "/api/decisions", "")).path("waiting");
        assertThat(waiting).hasSize(1);
        assertThat(waiting.path(0).path("kind").asString()).isEqualTo("withdraw");
        assertThat(waiting.path(0).path("subject").asString()).isEqualTo(NAME);
        assertThat(waiting.path(0).path("ours").asBoolean(false)).isTrue();
        String one = "/api/decisions/" + waiting.path(0).path("id").asString();
        assertThat(call(britishColumbia, "DELETE", one, "").statusCode()).isEqualTo(404);
        assertThat(call(quebec, "DELETE", one, "").statusCode()).isEqualTo(204);
        assertThat(call(quebec, "DELETE", one, "").statusCode()).isEqualTo(404);
        assertThat(json(call(quebec, "GET", "/api/decisions", "")).path("waiting"))
                .isEmpty();
        assertThat(json(call(quebec, "POST", HERE + "/withdrawal", ""))
                        .path("decision")
                        .asString())
                .isEqualTo("asked");
    }
}
