package org.entente.node.agreements.simulate;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.entente.node.agreements.document.Clause;
import org.entente.node.agreements.document.Entente;
import org.entente.node.agreements.document.Party;
import org.entente.node.kernel.Text;
import org.entente.node.web.FormErrors;
import org.entente.node.web.Pages;
import org.entente.protocols.dcql.ClaimPath;
import org.springframework.web.servlet.ModelAndView;

/**
 * A simulation as its page shows it.
 *
 * @param simulation empty until something is otherwise
 */
public record WhatIfView(
        Subject subject,
        Map<String, Text> parties,
        List<ClaimPath> claims,
        WhatIf query,
        FormErrors errors,
        List<Simulation> simulation) {
    private static final String TEMPLATE = "agreements/what-if";

    static WhatIfView of(Subject subject, WhatIf query, FormErrors errors, List<Simulation> simulation) {
        Map<String, Text> parties = new LinkedHashMap<>();
        for (Party party : subject.now().parties()) {
            parties.put(party.key(), party.name());
        }
        List<ClaimPath> claims = Stream.of(subject.now().entente(), subject.text())
                .flatMap(WhatIfView::claims)
                .distinct()
                .sorted(Comparator.comparing(ClaimPath::toString))
                .toList();
        return new WhatIfView(subject, parties, claims, query, errors, simulation);
    }

    private static Stream<ClaimPath> claims(Entente text) {
        return Stream.concat(
                text.clauses(Clause.Recognise.class).flatMap(clause -> clause.maximumClaims().stream()),
                text.goldenCases().stream().flatMap(golden -> golden.question().claims().stream()));
    }

    /** The page. */
    public ModelAndView page(Pages pages) {
        return errors.isEmpty() ? pages.page(TEMPLATE, this) : pages.invalid(TEMPLATE, this);
    }
}
