package org.entente.node.agreements.upkeep;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entente.node.agreements.held.Ententes;
import org.entente.node.agreements.held.Held;
import org.entente.node.agreements.held.Holdings;
import org.entente.node.agreements.held.Ledger;
import org.entente.node.agreements.held.Shortfall;
import org.entente.node.agreements.held.Shortfalls;
import org.entente.node.frontier.Watch;
import org.entente.node.frontier.Watched;
import org.entente.node.kernel.NodeIdentity;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Compares what the parties promise with what this node sees, and notes where one falls short and where it does no longer. */
@Component
public class JudgeUpkeep {
    private final Watch watch;
    private final Holdings holdings;
    private final Ententes ententes;
    private final Ledger ledger;
    private final Shortfalls shortfalls;
    private final NodeIdentity node;
    private final TransactionOperations transactions;

    JudgeUpkeep(
            Watch watch,
            Holdings holdings,
            Ententes ententes,
            Ledger ledger,
            Shortfalls shortfalls,
            NodeIdentity node,
            TransactionOperations transactions) {
        this.watch = watch;
        this.holdings = holdings;
        this.ententes = ententes;
        this.ledger = ledger;
        this.shortfalls = shortfalls;
        this.node = node;
        this.transactions = transactions;
    }

    /** How an entente is kept up now; empty where it promises nothing, or does not bind us. */
    public Optional<Upkeep> upkeep(Held held, Instant now) {
        return Upkeep.of(held, node.entityId(), watch.since(Upkeep.firstDay(now)), now);
    }

    /** Looks at every entente. */
    void judge(Instant now) {
        Map<URI, Map<LocalDate, Watched>> days = watch.since(Upkeep.firstDay(now));
        Map<String, Set<Shortfall.What>> open = shortfalls.open();
        for (Held held : holdings.all()) {
            String name = held.entente().name();
            if (!shortfalls(held, days, now).equals(open.getOrDefault(name, Set.of()))) {
                transactions.executeWithoutResult(transaction -> settle(name, days, now));
            }
        }
    }

    private void settle(String name, Map<URI, Map<LocalDate, Watched>> days, Instant now) {
        ledger.open();
        ententes.find(name).ifPresent(held -> shortfalls.settle(name, shortfalls(held, days, now), now));
    }

    private Set<Shortfall.What> shortfalls(Held held, Map<URI, Map<LocalDate, Watched>> days, Instant now) {
        return Upkeep.of(held, node.entityId(), days, now)
                .map(upkeep -> upkeep.shortfalls(now))
                .orElse(Set.of());
    }
}
