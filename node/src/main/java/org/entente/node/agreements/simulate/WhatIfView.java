package org.entente.node.agreements.simulate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.entente.node.agreements.document.Clause;
import org.entente.node.agreements.document.Entente;
import org.entente.node.agreements.document.Party;
import org.entente.node.agreements.held.Held;
import org.entente.node.kernel.Text;
import org.entente.node.web.FormErrors;
import org.entente.protocols.dcql.ClaimPath;

/**
 * A simulation as its page shows it.
 *
 * @param table whether a text is on the table
 * @param simulation empty until something is chosen
 */
public record WhatIfView(
        Entente entente,
        Map<String, Text> parties,
        List<ClaimPath> claims,
        boolean table,
        WhatIf query,
        FormErrors errors,
        List<Simulation> simulation) {
    static WhatIfView of(Held held, WhatIf query, FormErrors errors, List<Simulation> simulation) {
        Map<String, Text> parties = new LinkedHashMap<>();
        for (Party party : held.chain().parties()) {
            parties.put(party.key(), party.name());
        }
        Stream<ClaimPath> permitted =
                held.entente().clauses(Clause.Recognise.class).flatMap(clause -> clause.maximumClaims().stream());
        List<ClaimPath> claims = Stream.concat(
                        permitted,
                        held.entente().goldenCases().stream().flatMap(golden -> golden.question().claims().stream()))
                .distinct()
                .sorted((one, other) -> one.toString().compareTo(other.toString()))
                .toList();
        return new WhatIfView(held.entente(), parties, claims, held.talks().isPresent(), query, errors, simulation);
    }
}
