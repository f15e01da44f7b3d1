package org.entente.node.agreements.explain;

import java.time.Instant;
import java.util.List;
import org.entente.node.agreements.held.Held;
import org.entente.node.agreements.held.Holdings;
import org.entente.node.kernel.Actor;
import org.springframework.stereotype.Component;

/** Proof paths under the ententes that somebody may read. */
@Component
class ProofPaths {
    private final Holdings holdings;
    private final ExplainRulings explainRulings;

    ProofPaths(Holdings holdings, ExplainRulings explainRulings) {
        this.holdings = holdings;
        this.explainRulings = explainRulings;
    }

    List<Held> readableBy(Actor reader) {
        return holdings.all().stream().filter(held -> held.isReadableBy(reader)).toList();
    }

    /** Explains a query that has no errors. */
    Explanation explain(PathQuery query, Actor reader, Instant now) {
        List<Held> among = readableBy(reader).stream()
                .filter(held ->
                        query.entente().isEmpty() || held.entente().name().equals(query.entente()))
                .toList();
        return explainRulings.explain(query.question(), among, query.at(now), now);
    }
}
