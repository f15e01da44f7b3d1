package org.entente.node.agreements.conclude;

import java.time.Instant;
import org.entente.node.agreements.course.Postings;
import org.entente.node.agreements.held.Ententes;
import org.entente.node.agreements.held.Held;
import org.entente.node.agreements.held.Ledger;
import org.entente.node.agreements.held.Moves;
import org.entente.node.agreements.held.Part;
import org.entente.node.agreements.held.Talks;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells the other parties which moves we know, soon after the last one and then ever less often, and forgets proposals that
 * came to nothing.
 */
@Component
class CompareTables {
    private final Ledger ledger;
    private final Ententes ententes;
    private final Moves moves;
    private final Postings postings;

    CompareTables(Ledger ledger, Ententes ententes, Moves moves, Postings postings) {
        this.ledger = ledger;
        this.ententes = ententes;
        this.moves = moves;
        this.postings = postings;
    }

    /** Tells everybody who is to be told now. */
    @Transactional
    public void compare(Instant now) {
        for (String name : moves.due(now)) {
            ententes.find(name).ifPresent(held -> held.talks().ifPresent(talks -> compare(held, talks, now)));
        }
    }

    private void compare(Held held, Talks talks, Instant now) {
        if (now.isBefore(talks.negotiation().expiresAt())) {
            postings.table(held.whoTalk(now), talks, now);
        } else if (!held.chain().hasEntered() && held.part() != Part.SIGNED) {
            ledger.open();
            ententes.forget(held.entente().name());
        }
    }
}
