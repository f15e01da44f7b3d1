package org.entente.node.agreements.desk;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.entente.node.agreements.document.Clause;
import org.entente.node.agreements.document.Entente;
import org.entente.node.agreements.document.Party;
import org.entente.node.agreements.held.Held;
import org.entente.node.agreements.life.Act;
import org.entente.node.agreements.life.Target;
import org.entente.node.kernel.Text;
import org.entente.node.web.FormErrors;

/**
 * What may be suspended, and what an officer has chosen of it.
 *
 * @param us our own key
 * @param parties those that are bound, by key
 * @param issuers their organisations that issue, by address
 * @param types what the entente recognises
 * @param chosen what was given
 */
public record SuspensionForm(
        Entente entente,
        String us,
        Map<String, Text> parties,
        Map<String, Text> issuers,
        List<String> types,
        Chosen chosen,
        FormErrors errors) {
    /** What the form gave; anything at all. */
    public record Chosen(String party, String direction, Set<String> issuers, Set<String> types, String cause) {}

    static SuspensionForm of(Held held, URI node, Optional<Chosen> given) {
        Map<String, Party> parties = held.chain().parties().stream()
                .collect(Collectors.toMap(
                        Party::key, Function.identity(), (one, other) -> one, java.util.LinkedHashMap::new));
        Map<String, Text> names = new java.util.LinkedHashMap<>();
        Map<String, Text> issuers = new java.util.LinkedHashMap<>();
        parties.forEach((key, party) -> {
            names.put(key, party.name());
            party.issuers()
                    .forEach(issuer -> issuers.put(
                            party.organisation(issuer.organisation()).toString(),
                            new Text(
                                    party.name().fr() + ", " + issuer.organisation(),
                                    party.name().en() + ", " + issuer.organisation())));
        });
        String us = held.party(node).map(Party::key).orElse("");
        Chosen chosen = given.orElseGet(() -> new Chosen(us, "both", Set.of(), Set.of(), "other"));
        return new SuspensionForm(
                held.entente(),
                us,
                names,
                issuers,
                types(held.entente()),
                chosen,
                errors(names, issuers, held, chosen));
    }

    private static List<String> types(Entente entente) {
        return entente.clauses(Clause.Recognise.class)
                .map(Clause.Recognise::credentialType)
                .distinct()
                .sorted()
                .toList();
    }

    private static FormErrors errors(Map<String, Text> parties, Map<String, Text> issuers, Held held, Chosen chosen) {
        FormErrors errors = FormErrors.none();
        if (!parties.containsKey(chosen.party())) {
            errors = errors.with("party", "agreements.suspend.error.party");
        }
        if (!codes(Target.Direction.values()).contains(chosen.direction())) {
            errors = errors.with("direction", "agreements.suspend.error.direction");
        }
        if (!issuers.keySet().containsAll(chosen.issuers())) {
            errors = errors.with("issuers", "agreements.suspend.error.issuers");
        }
        if (!types(held.entente()).containsAll(chosen.types())) {
            errors = errors.with("types", "agreements.suspend.error.types");
        }
        return codes(Act.Cause.values()).contains(chosen.cause())
                ? errors
                : errors.with("cause", "agreements.suspend.error.cause");
    }

    /** The directions and causes that there are, as the form and the catalogue name them. */
    public static List<String> codes(Enum<?>... values) {
        return Arrays.stream(values)
                .map(value -> value.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'))
                .toList();
    }

    public List<String> directions() {
        return codes(Target.Direction.values());
    }

    public List<String> causes() {
        return codes(Act.Cause.values());
    }

    /** What is to be suspended; only when nothing is wrong. */
    Target target() {
        return new Target(
                chosen.party(),
                value(Target.Direction.values(), chosen.direction()),
                chosen.issuers().stream().map(URI::create).collect(Collectors.toUnmodifiableSet()),
                chosen.types());
    }

    Act.Cause cause() {
        return value(Act.Cause.values(), chosen.cause());
    }

    private static <T extends Enum<T>> T value(T[] values, String code) {
        return Stream.of(values)
                .filter(value -> codes(value).contains(code))
                .findFirst()
                .orElseThrow();
    }
}
