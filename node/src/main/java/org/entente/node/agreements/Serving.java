package org.entente.node.agreements;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whose credentials serve what is asked.
 *
 * @param recognised those of whom a credential of the type may be accepted, for any purpose
 * @param rulings on what is asked, by the organisation whose credential would be shown
 */
public record Serving(List<RecognisedIssuers> recognised, Map<URI, Ruling> rulings) {
    public Serving {
        recognised = List.copyOf(recognised);
        rulings = new LinkedHashMap<>(rulings);
    }

    /** Those of whom a credential would be accepted for this purpose with these claims: nobody else's holder is asked. */
    public List<RecognisedIssuers> issuers() {
        return recognised.stream()
                .map(named -> named.only(issuer -> rulings.get(issuer) instanceof Ruling.Permitted))
                .filter(named -> !named.issuers().isEmpty())
                .toList();
    }

    /** The clauses of an entente under which one of them may be accepted, in order. */
    public List<String> clauses(URI entente) {
        return rulings.values().stream()
                .flatMap(ruling -> ruling instanceof Ruling.Permitted permitted
                                && permitted.entente().equals(entente)
                        ? Stream.of(permitted.clause())
                        : Stream.empty())
                .distinct()
                .sorted()
                .toList();
    }

    /** The ruling on one of those who issue the type; it says why, where nobody's is accepted. */
    public Optional<Ruling> any() {
        return rulings.values().stream().findFirst();
    }
}
