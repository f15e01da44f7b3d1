package org.entente.demo;

import java.net.URI;

/** Ontario accedes while everything runs, and its attestations are accepted. */
record Acceding(Nodes nodes, EntenteDesk desk, Opening opening, Narrator narrator) {
    private static final String ONTARIO = "CA-ON";

    void play() {
        narrator.chapter("Ontario accedes; nothing is restarted or configured");
        opening.publishes(Place.ONTARIO);
        opening.enrol(Place.ONTARIO);
        URI entente = URI.create(desk.show(Place.QUEBEC).path("url").asString(""));
        desk.meet(Place.ONTARIO, Place.QUEBEC);
        desk.meet(Place.ONTARIO, Place.BRITISH_COLUMBIA);
        desk.meet(Place.QUEBEC, Place.ONTARIO);
        desk.meet(Place.BRITISH_COLUMBIA, Place.ONTARIO);
        desk.requestAccession(Place.ONTARIO, entente, "registrar-general");
        narrator.step("ontario reads the entente at " + entente + ", verifies every signature, signs an instrument of"
                + " accession and sends it to the depositary");
        for (Place party : new Place[] {Place.QUEBEC, Place.BRITISH_COLUMBIA}) {
            Pause.until(() -> desk.isAskedBy(party, ONTARIO), () -> "the request at " + party.slug());
            desk.approve(party, ONTARIO);
            narrator.step(party.slug() + " approves");
        }
        for (Place place : new Place[] {Place.QUEBEC, Place.BRITISH_COLUMBIA, Place.ONTARIO}) {
            Pause.until(() -> desk.isMember(place, ONTARIO), () -> "ontario as a party at " + place.slug());
        }
        narrator.step("ontario is a party on all three nodes: state " + Short.hash(desk.show(Place.ONTARIO), "head"));
    }
}
