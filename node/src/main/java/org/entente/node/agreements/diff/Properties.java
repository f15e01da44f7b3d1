package org.entente.node.agreements.diff;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.entente.node.agreements.document.Clause;
import org.entente.node.agreements.document.Party;
import org.entente.node.agreements.document.Purpose;
import org.entente.node.agreements.document.Reach;
import org.entente.node.kernel.Text;
import org.entente.node.web.Messages;
import org.entente.protocols.json.Json;

/** What a clause or a party says, property by property, in plain words; the name of each property is a key's end. */
final class Properties {
    private Properties() {}

    static Map<String, Text> of(Clause clause) {
        Map<String, Text> all = new LinkedHashMap<>();
        all.put("kind", say("agreements.kind." + clause.kind()));
        all.put("paragraph", same(clause.head().paragraph()));
        all.put("accountable", joined(same(clause.head().party()), clause.head().office()));
        switch (clause) {
            case Clause.Recognise recognise -> recognition(recognise, all);
            case Clause.Exit exit -> {
                all.put("notice", days(exit.notice()));
                all.put("sunset", days(exit.sunset()));
                all.put("survival", listed(exit.survival().stream()));
            }
            case Clause.ServiceLevel level -> {
                all.put("availability", say("agreements.clause.per-mille", level.availabilityPerMille()));
                all.put("freshness", minutes(level.statusFreshness()));
                all.put(
                        "incident",
                        say("agreements.span.hours", level.incidentResponse().toHours()));
            }
            case Clause.NoPersonalInformation _ -> {}
            case Clause.Carried carried -> all.put("members", same(Json.write(carried.members())));
        }
        return all;
    }

    private static void recognition(Clause.Recognise clause, Map<String, Text> all) {
        all.put("type", same(clause.credentialType() + " (" + clause.format() + ")"));
        all.put("issuers", reach(clause.issuers()));
        all.put("verifiers", reach(clause.verifiers()));
        all.put("level", same(String.valueOf(clause.assuranceLevel())));
        all.put("purposes", purposes(clause.purposes()));
        all.put("claims", listed(clause.maximumClaims().stream().map(Object::toString)));
        all.put("retention", days(clause.retention()));
        all.put("freshness", minutes(clause.statusFreshness()));
        all.put("mandates", listed(clause.mandates().stream()));
    }

    static Map<String, Text> of(Party party) {
        Map<String, Text> all = new LinkedHashMap<>();
        all.put("name", party.name());
        all.put("address", same(party.entity().toString()));
        all.put("keys", listed(party.keys().keys().stream().map(key -> key.keyId())));
        all.put("authority", same(party.credentialAuthority().getSerialNumber().toString(16)));
        all.put(
                "issues",
                listed(party.issuers().stream()
                        .map(issuer -> issuer.organisation() + ": "
                                + issuer.credentialTypes().stream().sorted().collect(Collectors.joining(", ")))));
        all.put(
                "approval",
                new Text(
                        steps(party.approval().stream().map(step -> step.step().fr())),
                        steps(party.approval().stream().map(step -> step.step().en()))));
        return all;
    }

    private static String steps(Stream<String> steps) {
        return steps.collect(Collectors.joining(" → ", "", ""));
    }

    private static Text reach(Reach reach) {
        return switch (reach) {
            case Reach.AllParties _ -> say("agreements.reach.all");
            case Reach.OtherParties _ -> say("agreements.reach.others");
            case Reach.Named named ->
                listed(named.organisations().stream()
                        .map(organisation -> organisation.party() + "/" + organisation.organisation()));
        };
    }

    private static Text purposes(List<Purpose> purposes) {
        return new Text(
                purposes.stream().map(purpose -> purpose.name().fr()).collect(Collectors.joining("; ")),
                purposes.stream().map(purpose -> purpose.name().en()).collect(Collectors.joining("; ")));
    }

    private static Text days(Duration span) {
        return say("agreements.span.days", span.toDays());
    }

    private static Text minutes(Duration span) {
        return say("agreements.span.minutes", span.toMinutes());
    }

    private static Text joined(Text one, Text other) {
        return new Text(one.fr() + ", " + other.fr(), one.en() + ", " + other.en());
    }

    private static Text listed(Stream<String> items) {
        String text = items.sorted().collect(Collectors.joining(", "));
        return same(text.isEmpty() ? "–" : text);
    }

    private static Text same(String text) {
        return new Text(text, text);
    }

    private static Text say(String key, Object... arguments) {
        return Messages.ofProgram().text(key, arguments);
    }
}
