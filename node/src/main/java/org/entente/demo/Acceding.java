package org.entente.demo;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** Further governments accede while everything runs: each when all who are parties by then have approved. */
record Acceding(Nodes nodes, EntenteDesk desk, Opening opening, Narrator narrator) {
    private static final List<Place> FIRST_PARTIES = List.of(Place.QUEBEC, Place.BRITISH_COLUMBIA);

    /** Ontario, whose node runs already. */
    void play() {
        narrator.chapter("Ontario accedes; nothing is restarted or configured");
        join(Newcomer.ONTARIO, FIRST_PARTIES);
    }

    /** A First Nation, and then the federal government, whose accession waits for the First Nation's word, too. */
    void playOthers() {
        narrator.chapter("A First Nation accedes as a party like any other: its own authority, under no province");
        List<Place> parties = new ArrayList<>(FIRST_PARTIES);
        parties.add(Place.ONTARIO);
        nodes.start(Place.FIRST_NATION, Place.CANADA);
        narrate(Place.FIRST_NATION);
        join(Newcomer.FIRST_NATION, parties);
        parties.add(Place.FIRST_NATION);
        narrator.chapter("The federal government accedes, when the four parties approve: the First Nation is one");
        narrate(Place.CANADA);
        join(Newcomer.CANADA, parties);
    }

    private void narrate(Place place) {
        narrator.step(place.slug() + " runs at " + nodes.origin(place) + " on its own database");
    }

    private void join(Newcomer newcomer, List<Place> parties) {
        Place place = newcomer.place();
        opening.publishes(place);
        opening.enrol(place);
        URI entente = URI.create(desk.show(Place.QUEBEC).path("url").asString(""));
        for (Place party : parties) {
            desk.meet(place, party);
            desk.meet(party, place);
        }
        List<Ruled.Question> questions = List.of(Ruled.service(nodes, place), Ruled.issuer(nodes, place));
        Ruled ruled = new Ruled(nodes, narrator);
        questions.forEach(ruled::refused);
        desk.requestAccession(place, entente, newcomer.instrument());
        narrator.step(place.slug() + " reads the entente at " + entente
                + ", verifies every signature, signs an instrument" + " of accession and sends it to the depositary");
        for (Place party : parties) {
            Pause.until(() -> desk.isAskedBy(party, newcomer.key()), () -> "the request at " + party.slug());
            desk.approve(party, newcomer.key());
            narrator.step(party.slug() + " approves");
        }
        List<Place> all = new ArrayList<>(parties);
        all.add(place);
        for (Place one : all) {
            Pause.until(() -> desk.isMember(one, newcomer.key()), () -> place.slug() + " as a party at " + one.slug());
        }
        narrator.step(place.slug() + " is a party on all " + all.size() + " nodes: state "
                + Short.hash(desk.show(place), "head"));
        questions.stream().filter(this::isProvidedFor).forEach(ruled::permitted);
    }

    /** Before the amendment no clause names the service of a party that joined later. */
    private boolean isProvidedFor(Ruled.Question question) {
        return !question.purpose().equals(Ruled.ANY_SERVICE)
                || desk.show(Place.QUEBEC).path("version").asInt(0) > 1;
    }
}
