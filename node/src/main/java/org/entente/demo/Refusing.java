package org.entente.demo;

import java.net.URI;
import org.entente.protocols.json.Json;
import tools.jackson.databind.node.ObjectNode;

/** The same with refusals, each naming its first failing step. */
record Refusing(Nodes nodes, EntenteDesk desk, Presenting presenting, Narrator narrator) {
    void play(Resident resident, Obtaining obtaining) {
        narrator.chapter("Refusals, each with its first failing step");
        askTooMuch();
        outsider(resident);
        suspended(resident);
        revoked(resident, obtaining);
    }

    /** A claim above the entente's maximum is refused before a wallet hears of it. */
    private void askTooMuch() {
        ObjectNode body = Json.newObject()
                .put("organisation", "citizen-services")
                .put("purpose", "arrival")
                .put("credential_type", Attestations.IDENTITY)
                .put("back", nodes.origin(Place.BRITISH_COLUMBIA) + "/en/services");
        body.putObject("purpose_text").put("fr", "Déclarer son arrivée").put("en", "Report an arrival");
        var claims = body.putArray("claims");
        claims.addArray().add("name");
        claims.addArray().add("place_of_birth");
        Script.Answer answer = nodes.script(Place.BRITISH_COLUMBIA).post("/api/presentations", "verification", body);
        ObjectNode problem = answer.expect(403);
        if (!problem.path("step").asString("").equals("claims")) {
            throw new DemoFailed("a claim above the maximum was refused otherwise: " + problem);
        }
        narrator.step(
                "a claim above the maximum (place_of_birth), before any wallet sees it, refused at step 'claims': "
                        + problem.path("found").path("en").asString("") + " "
                        + problem.path("mend").path("en").asString(""));
    }

    /** An issuer outside the entente: Ontario, before it accedes, shown by a wallet that insists. */
    private void outsider(Resident resident) {
        nodes.start(Place.ONTARIO);
        ObjectNode wish = Json.newObject().put("record", "ON-4402-118");
        wish.putArray("configurations").add("proof-of-identity");
        ObjectNode offer = nodes.script(Place.ONTARIO)
                .post("/api/offers", "issuance.offer", wish)
                .expect(201);
        InsistentWallet wallet = new InsistentWallet(nodes.origin(Place.ONTARIO), offer);
        Browser.Shown choice = presenting.begin(resident);
        URI back = wallet.present(URI.create(Links.parameter(choice.link("a[href*=/wallet/present]"), "request_uri")));
        presenting.refusal(
                "an issuer outside the entente (ontario)",
                "issuer",
                resident.browser().open(back));
    }

    /** A party suspends its part: effective on the other's node within seconds, and lifted again. */
    private void suspended(Resident resident) {
        String suspension = desk.suspendOwnPart(Place.QUEBEC);
        Pause.until(() -> desk.isSuspendedAt(Place.BRITISH_COLUMBIA), () -> "the suspension at british-columbia");
        presenting.refusal("the entente suspended by quebec", "standing", presenting.begin(resident));
        desk.lift(Place.QUEBEC, suspension);
        Pause.until(
                () -> desk.isInForce(Place.BRITISH_COLUMBIA), () -> "the end of the suspension at british-columbia");
        narrator.step("quebec lifts the suspension; both nodes are in step again");
    }

    /** A revoked attestation: known to british-columbia from the list that it mirrors, used or not. */
    private void revoked(Resident resident, Obtaining obtaining) {
        obtaining.stop(resident, Place.QUEBEC);
        new MirroredLists(nodes, Place.BRITISH_COLUMBIA).await(Place.QUEBEC, "etat-civil");
        narrator.step("british-columbia mirrors quebec's status lists on its schedule, whole, whether used or not");
        Browser.Shown choice = presenting.begin(resident);
        presenting.refusal("the revoked attestation", "status", presenting.agree(resident, choice));
    }
}
