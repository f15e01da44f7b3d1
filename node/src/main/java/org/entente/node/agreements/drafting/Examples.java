package org.entente.node.agreements.drafting;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.entente.node.kernel.Text;
import org.entente.node.web.Messages;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The worked examples that a draft begins with, written from its own clauses and parties: what the first service of each
 * clause may accept and what it may not. They follow the clauses until somebody writes others.
 */
final class Examples {
    private static final String CASES = "golden_cases";
    private static final String KEY = "agreements.example.";
    private static final int MOST = 20;

    /** Claims of which the first that a clause does not allow is the one too many. */
    private static final List<String> BEYOND = List.of("address", "birthdate", "email", "phone_number", "sex");

    private final ObjectNode draft;
    private final String at;
    private final ArrayNode cases;

    private Examples(ObjectNode draft, String at) {
        this.draft = draft;
        this.at = at;
        this.cases = draft.arrayNode();
    }

    /** Writes the examples of a draft into it, of this day or the nearest in its term. */
    static ObjectNode write(ObjectNode draft, Instant now) {
        draft.set(CASES, of(draft, now.truncatedTo(ChronoUnit.DAYS)));
        return draft;
    }

    /** Writes examples into a changed draft that has none, of the day of those before. */
    static ObjectNode complete(ObjectNode before, ObjectNode changed, Instant now) {
        if (!changed.has(CASES)) {
            changed.set(CASES, of(changed, day(before).orElse(now.truncatedTo(ChronoUnit.DAYS))));
        }
        return changed;
    }

    /** Writes the examples of a changed draft into it, if those of before were as we had written them. */
    static ObjectNode follow(ObjectNode before, ObjectNode changed) {
        day(before)
                .filter(day -> of(before, day).equals(before.path(CASES)))
                .ifPresent(day -> changed.set(CASES, of(changed, day)));
        return changed;
    }

    private static ArrayNode of(ObjectNode draft, Instant day) {
        Examples examples = new Examples(draft, within(draft.path("term"), day).toString());
        List<JsonNode> clauses = draft.path("clauses")
                .valueStream()
                .filter(clause -> clause.path("kind").asString("").equals("recognise"))
                .filter(clause -> !clause.path("purposes").isEmpty())
                .limit(MOST / 4)
                .toList();
        clauses.forEach(examples::clause);
        if (clauses.isEmpty()) {
            examples.nothing();
        }
        return examples.cases;
    }

    /** A day on which the entente is in force. */
    private static Instant within(JsonNode term, Instant day) {
        Optional<Instant> from = instant(term.path("from"));
        if (from.isPresent() && day.isBefore(from.get())) {
            return from.get();
        }
        return instant(term.path("until"))
                .filter(until -> !day.isBefore(until))
                .map(until -> from.orElse(until.minus(1, ChronoUnit.DAYS)))
                .orElse(day);
    }

    /** Empty where there is none, or one that no calendar has. */
    private static Optional<Instant> instant(JsonNode written) {
        try {
            return Optional.of(Instant.parse(written.asString("")));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** The day of the examples of a draft. */
    private static Optional<Instant> day(ObjectNode draft) {
        return instant(draft.path(CASES).path(0).path("at"));
    }

    private void clause(JsonNode clause) {
        JsonNode purpose = clause.path("purposes").path(0);
        Optional<String> verifier = verifier(clause);
        if (verifier.isEmpty() || purpose.path("id").asString("").isEmpty()) {
            return;
        }
        String type = clause.path("credential_type").asString("");
        Asked asked = new Asked(verifier.get(), purpose.path("id").asString(), type, elsewhere(verifier.get()));
        Text service = KeptDraft.text(purpose.path("name"));
        Optional<String> issuer = issuer(clause, verifier.get());
        if (issuer.isPresent() && isAlone(clause)) {
            List<JsonNode> most = clause.path("maximum_claims")
                    .valueStream()
                    .map(claim -> claim.path("path"))
                    .toList();
            Asked ofIssuer = asked.from(issuer.get());
            add("permitted", service, ofIssuer, most, "permitted", DraftPart.numberOf(clause));
            beyond(most).ifPresent(claims -> add("claims", service, ofIssuer, claims, "refused", "claims"));
        }
        add("type", service, asked.of("urn:entente:ca:something-else:1"), List.of(), "refused", "credential-type");
        add("purpose", service, asked.to("anything-else"), List.of(), "refused", "purpose");
    }

    /** Where no clause recognises anything, nothing is accepted. */
    private void nothing() {
        List<JsonNode> parties = draft.path("parties").valueStream().toList();
        if (parties.size() > 1) {
            String verifier = parties.getFirst().path("entity").asString("");
            Asked asked = new Asked(verifier, "any-service", "urn:entente:ca:any-credential:1", elsewhere(verifier));
            add("nothing", new Text("–", "–"), asked, List.of(), "refused", "purpose");
        }
    }

    /** What is asked of the ruling, without the claims. */
    private record Asked(String verifier, String purpose, String type, String issuer) {
        Asked from(String other) {
            return new Asked(verifier, purpose, type, other);
        }

        Asked of(String other) {
            return new Asked(verifier, purpose, other, issuer);
        }

        Asked to(String other) {
            return new Asked(verifier, other, type, issuer);
        }
    }

    private void add(String kind, Text service, Asked asked, List<JsonNode> claims, String expected, String what) {
        ObjectNode example = cases.addObject();
        Text title = Messages.ofProgram().text(KEY + kind, service);
        example.putObject("title").put("fr", title.fr()).put("en", title.en());
        example.put("at", at);
        ArrayNode written = example.putObject("question")
                .put("verifier", asked.verifier())
                .put("purpose", asked.purpose())
                .put("credential_type", asked.type())
                .put("issuer", asked.issuer())
                .putArray("claims");
        claims.forEach(claim -> written.add(claim.deepCopy()));
        example.putObject("expect").put(expected, what);
    }

    /** Whether no other clause speaks of the same type for the same purpose, under which it might be decided otherwise. */
    private boolean isAlone(JsonNode clause) {
        return draft.path("clauses")
                        .valueStream()
                        .filter(other -> other.path("credential_type").equals(clause.path("credential_type")))
                        .count()
                == 1;
    }

    private Optional<String> verifier(JsonNode clause) {
        JsonNode reach = clause.path("verifiers");
        return reach.isArray()
                ? reach.valueStream().map(one -> one.asString("")).findFirst()
                : draft.path("parties")
                        .valueStream()
                        .map(party -> party.path("entity").asString(""))
                        .findFirst();
    }

    /** The first organisation of another party that the clause recognises as issuer and the party names for the type. */
    private Optional<String> issuer(JsonNode clause, String verifier) {
        JsonNode reach = clause.path("issuers");
        List<String> named = reach.valueStream().map(one -> one.asString("")).toList();
        return draft.path("parties")
                .valueStream()
                .filter(party -> !isOf(party, verifier))
                .flatMap(party -> issuers(party, clause.path("credential_type").asString("")))
                .filter(issuer -> !reach.isArray() || named.contains(issuer))
                .findFirst();
    }

    private static Stream<String> issuers(JsonNode party, String type) {
        return party.path("issuers")
                .valueStream()
                .filter(issuer -> issuer.path("credential_types")
                        .valueStream()
                        .anyMatch(one -> one.asString("").equals(type)))
                .map(issuer -> party.path("key").asString("") + "/"
                        + issuer.path("organisation").asString(""));
    }

    private static boolean isOf(JsonNode party, String asker) {
        return asker.equals(party.path("entity").asString(""))
                || asker.startsWith(party.path("key").asString("") + "/");
    }

    /** The address of a party that is not the one of this verifier. */
    private String elsewhere(String verifier) {
        return draft.path("parties")
                .valueStream()
                .filter(party -> !isOf(party, verifier))
                .map(party -> party.path("entity").asString(""))
                .findFirst()
                .orElse(verifier);
    }

    /** All that the clause allows, and one claim more. */
    private Optional<List<JsonNode>> beyond(List<JsonNode> most) {
        List<String> allowed =
                most.stream().map(claim -> claim.path(0).asString("")).toList();
        return BEYOND.stream()
                .filter(claim -> !allowed.contains(claim))
                .findFirst()
                .map(claim -> {
                    List<JsonNode> claims = new ArrayList<>(most);
                    claims.add(draft.arrayNode().add(claim));
                    return claims;
                });
    }
}
