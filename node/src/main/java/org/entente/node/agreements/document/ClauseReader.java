package org.entente.node.agreements.document;

import static org.entente.node.agreements.document.Members.days;
import static org.entente.node.agreements.document.Members.instant;
import static org.entente.node.agreements.document.Members.list;
import static org.entente.node.agreements.document.Members.seconds;
import static org.entente.node.agreements.document.Members.string;
import static org.entente.node.agreements.document.Members.strings;
import static org.entente.node.agreements.document.Members.text;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import org.entente.protocols.dcql.ClaimPath;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads one clause whose shape the schema has checked. */
final class ClauseReader {
    private ClauseReader() {}

    static Clause read(JsonNode json) {
        Clause.Head head = head(json);
        String kind = string(json, "kind");
        return switch (kind) {
            case "recognise" -> recognise(head, json);
            case "no-personal-information" -> new Clause.NoPersonalInformation(head);
            case "exit" ->
                new Clause.Exit(head, days(json, "notice_days"), days(json, "sunset_days"), strings(json, "survival"));
            case "service-level" ->
                new Clause.ServiceLevel(
                        head,
                        json.path("availability_per_mille").intValue(),
                        seconds(json, "status_freshness_seconds"),
                        Duration.ofHours(json.path("incident_response_hours").intValue()));
            default -> new Clause.Carried(head, kind, (ObjectNode) json.deepCopy());
        };
    }

    private static Clause.Head head(JsonNode json) {
        JsonNode hash = json.path("text");
        JsonNode accountable = json.path("accountable");
        return new Clause.Head(
                string(json, "number"),
                string(json, "paragraph"),
                new TextHash(string(hash, "fr"), string(hash, "en")),
                instant(hash, "until", Instant.MIN),
                string(accountable, "party"),
                text(accountable, "office"));
    }

    private static Clause.Recognise recognise(Clause.Head head, JsonNode json) {
        return new Clause.Recognise(
                head,
                string(json, "credential_type"),
                string(json, "format"),
                reach(json.path("issuers")),
                reach(json.path("verifiers")),
                json.path("assurance").path("level").intValue(),
                list(json, "purposes", ClauseReader::purpose),
                claims(json.path("maximum_claims")),
                days(json, "retention_days"),
                seconds(json, "status_freshness_seconds"),
                strings(json, "mandates"));
    }

    private static Purpose purpose(JsonNode json) {
        return new Purpose(string(json, "id"), text(json, "name"), string(json, "sector"));
    }

    private static Set<ClaimPath> claims(JsonNode claims) {
        return claims.valueStream()
                .map(claim -> ClaimPath.parseMembers(claim.path("path")))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Reach reach(JsonNode json) {
        if (json.isArray()) {
            return new Reach.Named(json.valueStream()
                    .map(organisation -> OrganisationRef.parse(organisation.stringValue()))
                    .collect(Collectors.toUnmodifiableSet()));
        }
        return json.stringValue().equals("all-parties") ? new Reach.AllParties() : new Reach.OtherParties();
    }
}
