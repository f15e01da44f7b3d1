package org.entente.node.agreements.conclude;

import java.time.Instant;
import org.entente.node.agreements.document.Party;
import org.entente.node.agreements.held.Ententes;
import org.entente.node.agreements.held.Events;
import org.entente.node.agreements.held.Held;
import org.entente.node.agreements.held.Ledger;
import org.entente.node.agreements.held.Part;
import org.entente.node.kernel.NodeIdentity;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Notes that this government's own authority has approved an entente. Stays here: only the signature crosses. */
@Component
public class ApproveEntente {
    private final Ledger ledger;
    private final Ententes ententes;
    private final Events events;
    private final NodeIdentity node;

    ApproveEntente(Ledger ledger, Ententes ententes, Events events, NodeIdentity node) {
        this.ledger = ledger;
        this.ententes = ententes;
        this.events = events;
        this.node = node;
    }

    /** Approves; once is enough. */
    @Transactional
    public SignOutcome approve(String name, Instant now) {
        ledger.open();
        return ententes.find(name)
                .flatMap(held -> held.party(node.entityId()).map(us -> approve(held, us, now)))
                .orElseGet(SignOutcome.NotFound::new);
    }

    private SignOutcome approve(Held held, Party us, Instant now) {
        if (held.part() == Part.PROPOSED) {
            ententes.advance(held.entente().name(), Part.APPROVED);
            events.note(
                    held.entente().name(),
                    held.entente().hash(),
                    new Events.Event(Events.What.APPROVED, us.key(), now));
        }
        return new SignOutcome.Done();
    }
}
