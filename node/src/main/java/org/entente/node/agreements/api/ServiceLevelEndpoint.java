package org.entente.node.agreements.api;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import org.entente.node.agreements.held.Held;
import org.entente.node.agreements.held.Holdings;
import org.entente.node.agreements.held.Shortfall;
import org.entente.node.agreements.held.Shortfalls;
import org.entente.node.agreements.upkeep.Incident;
import org.entente.node.agreements.upkeep.JudgeUpkeep;
import org.entente.node.agreements.upkeep.Promise;
import org.entente.node.agreements.upkeep.Upkeep;
import org.entente.node.signin.AccessToken;
import org.entente.node.web.NotFound;
import org.entente.protocols.json.Json;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** How the parties keep up what an entente promises, as this node sees it. Our own API. */
@RestController
class ServiceLevelEndpoint {
    private static final int MAX_SHORTFALLS = 50;

    private final Holdings holdings;
    private final JudgeUpkeep judgeUpkeep;
    private final Shortfalls shortfalls;
    private final InstantSource clock;

    ServiceLevelEndpoint(Holdings holdings, JudgeUpkeep judgeUpkeep, Shortfalls shortfalls, InstantSource clock) {
        this.holdings = holdings;
        this.judgeUpkeep = judgeUpkeep;
        this.shortfalls = shortfalls;
        this.clock = clock;
    }

    @GetMapping("/api/ententes/{name}/service-level")
    ResponseEntity<ObjectNode> show(AccessToken token, @PathVariable String name) {
        token.require("agreements.read");
        Held held = holdings.find(name).orElseThrow(NotFound::new);
        Instant now = clock.instant();
        ObjectNode answer = Json.newObject();
        judgeUpkeep.upkeep(held, now).ifPresent(upkeep -> write(answer, upkeep, now));
        ArrayNode all = answer.putArray("shortfalls");
        List<Shortfall> fell = shortfalls.of(name, MAX_SHORTFALLS);
        fell.forEach(one -> write(all.addObject(), one));
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(answer);
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
