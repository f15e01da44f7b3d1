package org.entente.checks.faults;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.entente.node.signin.TestOAuthClient;
import org.entente.protocols.dcql.ClaimPath;
import org.entente.protocols.jose.CompactJws;
import org.entente.protocols.json.Json;
import org.entente.protocols.oid4vp.DirectPost;
import org.entente.protocols.oid4vp.RequestObject;
import org.entente.protocols.oid4vp.WalletAnswer;
import tools.jackson.databind.node.ObjectNode;

/** British Columbia's ministry, which asks for proofs of identity through the API of its node, and who answers it. */
record Verifier(Door door) {
    private static final int LONGEST_REQUEST = 256 * 1024;
    static final List<ClaimPath> CLAIMS =
            List.of(ClaimPath.of("name"), ClaimPath.of("birthdate"), ClaimPath.of("pseudonyms", "ca-bc-arrival"));

    /**
     * A presentation that was started.
     *
     * @param id with its organisation
     */
    record Question(String id, RequestObject request) {}

    Verifier at(Door other) {
        return new Verifier(other);
    }

    /** Starts a presentation and reads the request as a wallet does. */
    Question ask() {
        ObjectNode started = start(wanted()).expect(201).json();
        URI address = URI.create(started.path("request_uri").asString(""));
        String signed = door.get(Door.path(address)).expect(200).text();
        return new Question(
                started.path("id").asString(""),
                RequestObject.parse(CompactJws.parse(signed, LONGEST_REQUEST).claims()));
    }

    /** Asks the node for a presentation. */
    Answer start(ObjectNode wanted) {
        return new Ministry(door).post("/api/presentations", wanted);
    }

    /** The form with which a holder shows a copy. */
    static String show(Question question, Holder.Copy copy) {
        RequestObject request = question.request();
        return show(
                question,
                copy.credential()
                        .withOnly(CLAIMS)
                        .present(copy.key(), request.clientId(), request.nonce(), Instant.now()));
    }

    /** The form with which somebody shows these texts for the one credential that is asked. */
    static String show(Question question, String... presentations) {
        RequestObject request = question.request();
        String query = request.query().credentials().getFirst().id();
        return encrypted(question, new WalletAnswer.Presented(Map.of(query, List.of(presentations)), request.state()));
    }

    /** The form of a wallet's answer. */
    static String encrypted(Question question, WalletAnswer answer) {
        String jwe = answer.encrypt(question.request().metadata());
        return TestOAuthClient.form(new DirectPost.Encrypted(jwe).toForm());
    }

    /** Posts a form that shows something. */
    Answer take(Question question, String form) {
        return door.post(question.request().responseUri().getRawPath(), Door.FORM, form);
    }

    /** The answer to the request for the result, once the holder is back. */
    Answer result(Question question, Answer taken) {
        URI back = DirectPost.redirect(taken.expect(200).body()).orElseThrow();
        String code =
                back.getRawQuery().replaceFirst("^(.*&)?response_code=", "").replaceAll("&.*", "");
        return new Ministry(door)
                .post(
                        "/api/presentations/" + question.id() + "/result",
                        Json.newObject().put("response_code", code));
    }

    /** How a presentation stands. */
    String state(Question question) {
        return new Ministry(door)
                .get("/api/presentations/" + question.id())
                .expect(200)
                .json()
                .path("state")
                .asString("");
    }

    /** Whether a copy is accepted when it is shown. */
    boolean isAccepted(Holder.Copy copy) {
        Question question = ask();
        return isAccepted(question, take(question, show(question, copy)));
    }

    /** Whether a copy is accepted; a refusal is thrown, so that a test that waits can say it. */
    boolean accepts(Holder.Copy copy) {
        Question question = ask();
        Answer taken = take(question, show(question, copy));
        return isAccepted(question, taken.expect(200));
    }

    /** Whether an answer was accepted, rather than refused at a step that the proof path names. */
    boolean isAccepted(Question question, Answer taken) {
        if (taken.status() == 400 && taken.text().contains("step ")) {
            return false;
        }
        Answer result = result(question, taken).expect(200);
        return result.json().path("state").asString("").equals("accepted");
    }

    /** What the ministry asks for; a change of it asks for something else. */
    ObjectNode wanted() {
        ObjectNode wanted = Json.newObject()
                .put("organisation", "citizen-services")
                .put("purpose", "arrival")
                .put("credential_type", "urn:entente:ca:proof-of-identity:1")
                .put("back", door.origin() + "/back");
        wanted.putObject("purpose_text").put("fr", "Signaler une arrivée").put("en", "Report an arrival");
        CLAIMS.forEach(claim -> wanted.withArray("claims").add(claim.toJson()));
        return wanted;
    }
}
