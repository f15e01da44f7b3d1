package org.entente.demo;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.entente.protocols.json.Json;
import tools.jackson.databind.JsonNode;

/** What crossed between the governments, and that no personal value did. */
record Crossed(Nodes nodes, Narrator narrator) {
    private static final List<Place> GOVERNMENTS =
            List.of(Place.QUEBEC, Place.BRITISH_COLUMBIA, Place.ONTARIO, Place.FIRST_NATION, Place.CANADA);

    private static final int PAGE = 500;

    void play() {
        narrator.chapter("What crossed between the governments, from the journal's frontier stream");
        GOVERNMENTS.forEach(this::list);
        RegisterValues values = RegisterValues.read();
        int bytes = 0;
        for (Place place : GOVERNMENTS) {
            byte[] crossed = nodes.storedCrossings(place);
            values.requireAbsent(crossed, place.slug());
            bytes += crossed.length;
        }
        narrator.step("searched " + bytes / 1024 + " KiB that crossed for " + values.count()
                + " values of the registers in every usual encoding: none");
        new Audited(nodes, narrator, GOVERNMENTS).play();
    }

    private void list(Place place) {
        Map<String, List<JsonNode>> kinds =
                all(place).stream().collect(Collectors.groupingBy(Crossed::kind, TreeMap::new, Collectors.toList()));
        kinds.forEach((kind, crossings) -> narrator.step(place.slug() + " " + kind + ": " + crossings.size() + ", "
                + crossings.stream().mapToInt(one -> one.path("bytes").asInt(0)).sum() + " bytes"));
    }

    /** Page by page, the latest first. */
    private List<JsonNode> all(Place place) {
        List<JsonNode> all = new ArrayList<>();
        String page = nodes.origin(place) + "/api/frontier/crossings?limit=" + PAGE;
        String before = "";
        while (true) {
            List<JsonNode> read = Json.object(Script.read(URI.create(page + before)))
                    .path("crossings")
                    .valueStream()
                    .toList();
            all.addAll(read);
            if (read.size() < PAGE) {
                return all;
            }
            before = "&before=" + read.getLast().path("leaf").asString("");
        }
    }

    private static String kind(JsonNode crossing) {
        String arrow = crossing.path("direction").asString("").equals("in") ? "← " : "→ ";
        String peer =
                crossing.path("peer").asString("").replaceFirst("https?://", "").replaceFirst("[.:].*", "");
        return arrow + peer + " " + crossing.path("kind").asString("") + " "
                + crossing.path("type").asString("").replaceFirst(";.*", "");
    }
}
