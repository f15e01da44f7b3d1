package org.entente.demo;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.entente.protocols.json.Json;
import tools.jackson.databind.JsonNode;

/** What may be accepted, asked as anybody may ask it, before something is agreed and after. */
record Ruled(Nodes nodes, Narrator narrator) {
    /** The purpose of the clause that means every party's services. */
    static final String ANY_SERVICE = "service-account";

    /** The party whose node is asked: every node rules alike. */
    private static final Place ASKED = Place.BRITISH_COLUMBIA;

    /**
     * A question.
     *
     * @param says it in words
     */
    record Question(String says, URI verifier, String purpose, String credentialType, URI issuer) {
        private String query() {
            return "claim=name&verifier=" + encode(verifier.toString()) + "&purpose=" + purpose + "&type="
                    + encode(credentialType) + "&issuer=" + encode(issuer.toString());
        }

        private static String encode(String value) {
            return URLEncoder.encode(value, StandardCharsets.UTF_8);
        }
    }

    /** May a newcomer's service accept what Québec issues? */
    static Question service(Nodes nodes, Place newcomer) {
        return new Question(
                "may " + newcomer.slug() + "'s " + newcomer.organisation() + " accept quebec's proof of identity?",
                organisation(nodes, newcomer),
                ANY_SERVICE,
                Attestations.IDENTITY,
                organisation(nodes, Place.QUEBEC));
    }

    /** May British Columbia's service accept what a newcomer issues? */
    static Question issuer(Nodes nodes, Place newcomer) {
        return new Question(
                "may british-columbia's citizen-services accept the proof of identity of " + newcomer.slug() + "'s "
                        + newcomer.organisation() + "?",
                organisation(nodes, Place.BRITISH_COLUMBIA),
                "arrival",
                Attestations.IDENTITY,
                organisation(nodes, newcomer));
    }

    /** May the municipality accept what Ontario issues? */
    static Question municipality(Nodes nodes) {
        return new Question(
                "may perce, hosted by quebec, accept ontario's proof of residence?",
                URI.create(nodes.origin(Place.QUEBEC) + "/o/perce"),
                "municipal-activity",
                Attestations.RESIDENCE,
                organisation(nodes, Place.ONTARIO));
    }

    void refused(Question question) {
        JsonNode ruling = ruling(question);
        if (ruling.path("permitted").asBoolean(true)) {
            throw new DemoFailed("this was permitted before anything was agreed: " + question.says());
        }
        narrator.step(question.says() + " No, at step '" + ruling.path("step").asString("") + "': " + reason(ruling));
    }

    void permitted(Question question) {
        Pause.until(() -> ruling(question).path("permitted").asBoolean(false), question::says);
        narrator.step(question.says() + " Yes: " + reason(ruling(question)));
    }

    private JsonNode ruling(Question question) {
        return Json.object(Script.read(URI.create(nodes.origin(ASKED) + "/api/proof-path?" + question.query())))
                .path("ruling");
    }

    private static String reason(JsonNode ruling) {
        return ruling.path("reason").path("en").asString("");
    }

    private static URI organisation(Nodes nodes, Place place) {
        return URI.create(nodes.origin(place) + "/o/" + place.organisation());
    }
}
