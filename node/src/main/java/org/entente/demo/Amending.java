package org.entente.demo;

import java.util.List;

/** The parties amend the entente while it is in force: the next version replaces the one before when all have signed it. */
record Amending(Nodes nodes, EntenteDesk desk, Narrator narrator) {
    private static final List<Place> PARTIES = List.of(Place.QUEBEC, Place.BRITISH_COLUMBIA, Place.ONTARIO);

    void play() {
        narrator.chapter("The parties amend it: every party's services may accept, and so may the City of Percé");
        Ruled ruled = new Ruled(nodes, narrator);
        Ruled.Question municipality = Ruled.municipality(nodes);
        ruled.refused(municipality);
        desk.amend(Place.BRITISH_COLUMBIA);
        narrator.step("british-columbia proposes version 2 with the paragraphs 3.4 and 3.5 and a clause for each");
        for (Place place : List.of(Place.QUEBEC, Place.ONTARIO)) {
            Pause.until(() -> desk.isOnTable(place), () -> "the next version at " + place.slug());
            desk.agree(place);
        }
        for (Place place : PARTIES) {
            desk.sign(place);
            narrator.step(place.slug() + " approves version 2 and signs");
        }
        for (Place place : PARTIES) {
            Pause.until(() -> desk.isInForce(place, 2), () -> "version 2 to be in force at " + place.slug());
        }
        narrator.step("version 2 replaces version 1 on all three nodes: document "
                + Short.hash(desk.show(Place.ONTARIO), "document_hash"));
        ruled.permitted(municipality);
    }
}
