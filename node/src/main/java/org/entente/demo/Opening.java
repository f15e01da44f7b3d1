package org.entente.demo;

import java.net.URI;
import java.util.List;
import org.entente.protocols.jose.CompactJws;
import org.entente.protocols.json.Json;

/** Each government is its own trust anchor; the council lists who takes part. */
record Opening(Nodes nodes, Narrator narrator) {
    void play() {
        narrator.chapter("Each government is its own trust anchor; the council lists the members");
        List<Place> first = List.of(Place.COUNCIL, Place.QUEBEC, Place.BRITISH_COLUMBIA, Place.WALLET);
        nodes.start(first.toArray(Place[]::new));
        for (Place place : first) {
            narrator.step(place.slug() + " runs at " + nodes.origin(place) + " on its own database");
        }
        for (Place place : List.of(Place.QUEBEC, Place.BRITISH_COLUMBIA)) {
            publishes(place);
            enrol(place);
        }
    }

    /** Reads a government's entity configuration as anyone may, and checks that it speaks for itself. */
    void publishes(Place place) {
        URI address = URI.create(nodes.origin(place) + "/.well-known/openid-federation");
        CompactJws configuration = CompactJws.parse(Script.read(address));
        String subject = configuration.claims().path("sub").asString("");
        if (!subject.equals(nodes.origin(place).toString())
                || !subject.equals(configuration.claims().path("iss").asString(""))) {
            throw new DemoFailed(place.slug() + " does not speak for itself");
        }
        narrator.step(place.slug() + " publishes its entity configuration, signed with its own key "
                + configuration.keyId().map(id -> id.substring(0, 8) + "…").orElse(""));
    }

    /** The council's secretariat enrols a member by its address. */
    void enrol(Place place) {
        nodes.script(Place.COUNCIL)
                .post(
                        "/api/members",
                        "members",
                        Json.newObject().put("entity", nodes.origin(place).toString()))
                .expect(201);
        narrator.step("council fetches that configuration and lists " + place.slug() + " as a member");
    }
}
