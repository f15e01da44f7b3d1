package org.entente.node.agreements.explain;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.entente.node.agreements.document.Entente;
import org.entente.node.agreements.held.Held;
import org.entente.node.agreements.held.Pace;
import org.entente.node.agreements.life.EntenteState;
import org.entente.node.agreements.ruling.HeldEntente;
import org.entente.node.kernel.Text;

/**
 * An entente as a proof path takes it.
 *
 * @param unconfirmed the keys of the members of which this node does not know that they are whom the entente states
 * @param unsigned the names of the parties whose signature is missing
 */
record Subject(EntenteState state, Pace pace, Set<String> unconfirmed, List<Text> unsigned) {
    Subject {
        unconfirmed = Set.copyOf(unconfirmed);
        unsigned = List.copyOf(unsigned);
    }

    static Subject of(Held held) {
        return new Subject(
                held.state(),
                held.pace(),
                held.unconfirmed().stream().map(member -> member.party().key()).collect(Collectors.toSet()),
                held.entente().parties().stream()
                        .filter(party -> !held.signatures().has(party.key()))
                        .map(party -> party.name())
                        .toList());
    }

    Entente entente() {
        return state.entente();
    }

    /** As rulings take it. */
    HeldEntente held() {
        return new HeldEntente(state, pace == Pace.IN_STEP, unconfirmed);
    }
}
