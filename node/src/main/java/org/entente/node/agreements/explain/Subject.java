package org.entente.node.agreements.explain;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.entente.node.agreements.document.Entente;
import org.entente.node.agreements.document.Party;
import org.entente.node.agreements.held.Held;
import org.entente.node.agreements.held.Pace;
import org.entente.node.agreements.life.EntenteState;
import org.entente.node.agreements.ruling.HeldEntente;
import org.entente.node.kernel.Text;

/**
 * An entente as a proof path takes it.
 *
 * @param held as it stood at the moment asked about
 * @param pinned the parties under the keys that are pinned for them now, by which this node knows them
 * @param entered when it came into force first; {@link Instant#MAX} before
 * @param unsigned the names of the parties whose signature is missing
 */
record Subject(HeldEntente held, Pace pace, List<Party> pinned, Instant entered, List<Text> unsigned) {
    Subject {
        pinned = List.copyOf(pinned);
        unsigned = List.copyOf(unsigned);
    }

    /**
     * An entente as this node holds it.
     *
     * @param confirmedAt until when others have shown that it stands so
     */
    static Subject of(Held held, Moment moment, Instant confirmedAt) {
        return new Subject(
                held.forRulingsAt(moment.at(), moment.now(), confirmedAt),
                held.pace(),
                held.chain().parties(),
                held.transitions().stream()
                        .findFirst()
                        .map(first -> first.transition().at())
                        .orElse(Instant.MAX),
                held.entente().parties().stream()
                        .filter(party -> !held.signatures().has(party.key()))
                        .map(Party::name)
                        .toList());
    }

    /** An entente of which nothing but its state matters. */
    static Subject of(EntenteState state) {
        return new Subject(HeldEntente.known(state), Pace.IN_STEP, state.parties(), Instant.MAX, List.of());
    }

    EntenteState state() {
        return held.state();
    }

    Entente entente() {
        return state().entente();
    }

    Set<String> unconfirmed() {
        return held.unconfirmed();
    }

    /** The same, had everything been heard that comes: for a day that nobody has heard of yet. */
    Subject foreseen() {
        return new Subject(held.confirmedAt(Instant.MAX), pace, pinned, entered, unsigned);
    }

    /** A party under the keys by which this node knows it now. */
    Party asPinned(Party party) {
        return pinned.stream()
                .filter(known -> known.key().equals(party.key()))
                .findFirst()
                .orElse(party);
    }
}
