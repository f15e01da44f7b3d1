package org.entente.node.agreements.api;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.entente.node.agreements.held.Shortfall;
import org.entente.node.agreements.upkeep.Incident;
import org.entente.node.agreements.upkeep.Promise;
import org.entente.node.agreements.upkeep.Upkeep;
import org.entente.protocols.json.Json;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes how a service level is kept as the API shows it. */
final class ServiceLevelJson {
    private ServiceLevelJson() {}

    static ObjectNode write(Optional<Upkeep> upkeep, List<Shortfall> shortfalls, Instant now) {
        ObjectNode answer = Json.newObject();
        upkeep.ifPresent(seen -> write(answer, seen, now));
        ArrayNode all = answer.putArray("shortfalls");
        shortfalls.forEach(one -> write(all.addObject(), one));
        return answer;
    }

    private static void write(ObjectNode answer, Upkeep upkeep, Instant now) {
        Promise promise = upkeep.promise();
        ObjectNode promised = answer.putObject("promised")
                .put("availability_per_mille", promise.availabilityPerMille())
                .put("window_days", Promise.WINDOW.toDays())
                .put("allowance_seconds", promise.allowance().toSeconds())
                .put("incident_response_seconds", promise.incidentResponse().toSeconds());
        ArrayNode clauses = promised.putArray("clauses");
        promise.clauses().forEach(clauses::add);
        ArrayNode parties = answer.putArray("parties");
        upkeep.parties().forEach(seen -> write(parties.addObject(), seen));
        ArrayNode incidents = answer.putArray("incidents");
        upkeep.incidents().forEach(incident -> write(incidents.addObject(), incident, now));
    }

    private static void write(ObjectNode json, Upkeep.Seen seen) {
        json.put("party", seen.party().key())
                .put("watched_seconds", seen.watched().watched().toSeconds())
                .put("missed_seconds", seen.watched().missed().toSeconds());
        if (seen.isMeasured()) {
            json.put("availability_per_mille", seen.watched().perMille());
        }
        json.put("kept", !seen.isShort());
    }

    private static void write(ObjectNode json, Incident incident, Instant now) {
        json.put("suspension", incident.suspension().id())
                .put("party", incident.party().key())
                .put(
                        "cause",
                        incident.suspension()
                                .cause()
                                .name()
                                .toLowerCase(Locale.ROOT)
                                .replace('_', '-'))
                .put("since", incident.suspension().since().toString())
                .put("due", incident.due().toString())
                .put("answered", incident.answered())
                .put("overdue", incident.isOverdueAt(now));
    }

    private static void write(ObjectNode json, Shortfall shortfall) {
        json.put("party", shortfall.what().party())
                .put("kind", shortfall.what().kind().code())
                .put("subject", shortfall.what().subject())
                .put("began", shortfall.began().toString());
        shortfall.ended().ifPresent(ended -> json.put("ended", ended.toString()));
    }
}
