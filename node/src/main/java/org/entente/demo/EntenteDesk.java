package org.entente.demo;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import org.entente.protocols.json.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The trust officers of the governments, each at the API of their own node. */
record EntenteDesk(Nodes nodes) {
    static final String NAME = "quebec-british-columbia";
    private static final String PATH = "/api/ententes/" + NAME;
    private static final String SCOPE = "agreements";
    private static final String READING = "agreements.read";

    /** Two governments are introduced: each fetches the other's configuration and holds to its keys. */
    void meet(Place one, Place other) {
        post(
                one,
                "/api/partners",
                Json.newObject().put("entity", nodes.origin(other).toString()),
                200);
    }

    ObjectNode propose(Place proposer) {
        return post(proposer, "/api/ententes", draft(), 201);
    }

    /** Agrees to the text on the table. */
    void agree(Place place) {
        String document = show(place).at("/talks/document_hash").asString("");
        post(place, PATH + "/agreement", Json.newObject().put("document", document), 202);
    }

    /** Once all agree: takes each step of the government's own approval of the text on the table, and signs. */
    void sign(Place place) {
        String document = show(place).at("/talks/document_hash").asString("");
        Pause.until(() -> isAgreed(place), () -> "the agreement of the other parties at " + place.slug());
        JsonNode steps = show(place).at("/talks/path");
        boolean byAnother = false;
        for (int step = 1; step <= steps.size(); step++) {
            byAnother = steps.path(step - 1).path("by_another").asBoolean();
            officer(place, byAnother)
                    .post(
                            PATH + "/approvals",
                            SCOPE,
                            Json.newObject().put("document", document).put("step", step))
                    .expect(200);
        }
        officer(place, !byAnother)
                .post(PATH + "/signature", SCOPE, Json.newObject().put("document", document))
                .expect(200);
    }

    /** The one that works at the desk, or the other, who takes what is for another and signs what the first approved last. */
    private Script officer(Place place, boolean another) {
        return another ? nodes.signatory(place) : nodes.script(place);
    }

    /** Proposes the next version: the one in force with what is added. */
    void amend(Place place) {
        String inForce = show(place).path("document_hash").asString("");
        ObjectNode draft =
                nodes.script(place).get(PATH + "/texts/" + inForce, READING).expect(200);
        draft.remove("parties");
        ObjectNode more = read("/demo/amendment.json");
        for (String part : List.of("paragraphs", "clauses")) {
            ((ArrayNode) draft.path(part)).addAll((ArrayNode) more.path(part));
        }
        ObjectNode body = Json.newObject().put("predecessor", inForce);
        body.set("draft", draft);
        post(place, PATH + "/proposals", body, 202);
    }

    /** Whether another text than the one in force is on the table. */
    boolean isOnTable(Place place) {
        return show(place).has("talks");
    }

    boolean isInForce(Place place, int version) {
        return isInForce(place) && show(place).path("version").asInt(0) == version;
    }

    private boolean isAgreed(Place place) {
        ObjectNode held = show(place);
        return held.at("/talks/agreed_by").size() == held.path("parties").size();
    }

    /** The entente as a node holds it. */
    ObjectNode show(Place place) {
        return nodes.script(place).get(PATH, READING).expect(200);
    }

    boolean holds(Place place) {
        return nodes.script(place).get(PATH, READING).status() == 200;
    }

    boolean isInForce(Place place) {
        return holds(place) && is(place, "in-force");
    }

    /** Whether the depositary's order of the suspension has reached a node. */
    boolean isSuspendedAt(Place place) {
        return is(place, "suspended");
    }

    private boolean is(Place place, String state) {
        ObjectNode held = show(place);
        return held.path("state").asString("").equals(state)
                && held.path("in_step").asBoolean(false);
    }

    /** A government asks to join with an instrument that states what it issues and how it approved. */
    void requestAccession(Place newcomer, URI entente, ObjectNode instrument) {
        String document = show(Place.QUEBEC).path("document_hash").asString("");
        byTwo(
                newcomer,
                "/api/accessions",
                instrument.put("entente", entente.toString()).put("document", document));
    }

    boolean isAskedBy(Place party, String newcomer) {
        return any(show(party).path("accessions"), newcomer);
    }

    void approve(Place party, String newcomer) {
        String instrument = show(party)
                .path("accessions")
                .valueStream()
                .filter(one -> one.path("party").asString("").equals(newcomer))
                .map(one -> one.path("instrument").asString(""))
                .findFirst()
                .orElseThrow();
        byTwo(party, PATH + "/accessions/" + instrument + "/approval", Json.newObject());
    }

    boolean isMember(Place at, String party) {
        return holds(at)
                && show(at).path("parties")
                        .valueStream()
                        .anyMatch(one -> one.path("key").asString("").equals(party) && one.has("since"));
    }

    /** A party suspends its own part in the entente, both ways, at once; gives the suspension's id. */
    String suspendOwnPart(Place place) {
        ObjectNode body = Json.newObject();
        return post(place, PATH + "/suspensions", body, 202).path("act").asString("");
    }

    void lift(Place place, String suspension) {
        nodes.script(place).delete(PATH + "/suspensions/" + suspension, SCOPE).expect(202);
    }

    /** What binds a government takes two: one system asks, the other confirms. */
    private void byTwo(Place place, String path, ObjectNode body) {
        post(place, path, body, 202);
        nodes.signatory(place).post(path, SCOPE, body).expect(202);
    }

    private ObjectNode post(Place place, String path, ObjectNode body, int expected) {
        return nodes.script(place).post(path, SCOPE, body).expect(expected);
    }

    private static boolean any(JsonNode list, String party) {
        return list.valueStream().anyMatch(one -> one.path("party").asString("").equals(party));
    }

    private ObjectNode draft() {
        String text = Json.write(read("/demo/entente.json"))
                .replace("https://quebec.example", nodes.origin(Place.QUEBEC).toString())
                .replace(
                        "https://british-columbia.example",
                        nodes.origin(Place.BRITISH_COLUMBIA).toString());
        return Json.object(text);
    }

    private static ObjectNode read(String name) {
        try (InputStream file = EntenteDesk.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new DemoFailed("the demo's entente does not come with the program");
            }
            return Json.object(file.readAllBytes());
        } catch (IOException e) {
            throw new DemoFailed("the demo's entente could not be read", e);
        }
    }
}
