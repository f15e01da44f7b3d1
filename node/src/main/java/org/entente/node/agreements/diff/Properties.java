package org.entente.node.agreements.diff;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.entente.node.agreements.document.AccessionRule;
import org.entente.node.agreements.document.Clause;
import org.entente.node.agreements.document.Entente;
import org.entente.node.agreements.document.Party;
import org.entente.node.agreements.document.Purpose;
import org.entente.node.agreements.document.Reach;
import org.entente.node.agreements.document.Term;
import org.entente.node.kernel.Language;
import org.entente.node.kernel.Text;
import org.entente.node.web.Messages;
import org.entente.protocols.json.Json;
import tools.jackson.databind.JsonNode;

/** What a clause or a party says, property by property, in plain words; the name of each property is a key's end. */
final class Properties {
    private Properties() {}

    static Map<String, Text> of(Clause clause) {
        Map<String, Text> all = new LinkedHashMap<>();
        all.put("kind", say("agreements.kind." + clause.kind()));
        all.put("paragraph", same(clause.head().paragraph()));
        all.put("accountable", joined(same(clause.head().party()), clause.head().office()));
        if (clause.head().staleUntil().isAfter(Instant.MIN)) {
            all.put("until", day(clause.head().staleUntil()));
        }
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

    /** What an entente says as a whole, beside its paragraphs, clauses and parties. */
    static Map<String, Text> of(Entente entente) {
        Map<String, Text> all = new LinkedHashMap<>();
        all.put("title", entente.title());
        entente.notice().ifPresent(notice -> all.put("first", notice));
        Term term = entente.term();
        if (term.from().isAfter(Instant.MIN)) {
            all.put("from", day(term.from()));
        }
        if (term.until().isBefore(Instant.MAX)) {
            all.put("end", day(term.until()));
        }
        if (term.review().isBefore(Instant.MAX)) {
            all.put("review", day(term.review()));
        }
        AccessionRule accession = entente.accession();
        all.put("accession", same(accession.paragraph()));
        all.put("approvals", approvals(accession.approval()));
        all.put("kinds", listed(accession.kinds().stream().map(Enum::name).map(Properties::lower)));
        all.put("suspension", same(String.valueOf(entente.suspensionQuorum())));
        return all;
    }

    private static Text approvals(AccessionRule.Approval approval) {
        return switch (approval) {
            case AccessionRule.Approval.Unanimity() -> say("agreements.form.choice.unanimity");
            case AccessionRule.Approval.Quorum(int parties) -> same(String.valueOf(parties));
            case AccessionRule.Approval.Open() -> say("agreements.form.choice.open");
        };
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Of a worked example, as the document has it. */
    static Map<String, Text> ofExample(JsonNode example) {
        Map<String, Text> all = new LinkedHashMap<>();
        all.put(
                "title",
                new Text(
                        example.path("title").path("fr").asString(""),
                        example.path("title").path("en").asString("")));
        all.put("question", same(Json.write(example.path("question"))));
        all.put("at", same(example.path("at").asString("")));
        all.put("expect", same(Json.write(example.path("expect"))));
        return all;
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
        all.put("approval", new Text(steps(party, Language.FR), steps(party, Language.EN)));
        return all;
    }

    private static String steps(Party party, Language language) {
        Text another = say("agreements.diff.another");
        return party.approval().stream()
                .map(step -> step.step().in(language) + " (" + step.office().in(language)
                        + (step.byAnother() ? ", " + another.in(language) : "") + ")")
                .collect(Collectors.joining(" → "));
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

    private static Text day(Instant instant) {
        return same(LocalDate.ofInstant(instant, ZoneOffset.UTC).toString());
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
