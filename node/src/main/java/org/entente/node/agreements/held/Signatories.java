package org.entente.node.agreements.held;

import java.util.List;
import org.entente.node.agreements.document.Entente;
import org.entente.node.agreements.document.Party;
import org.entente.node.agreements.life.EntenteState;
import org.entente.node.agreements.life.Transition;

/** The parties of a text under the keys by which each signs it, or signed it. */
final class Signatories {
    private Signatories() {}

    /**
     * A text that came into force was signed by the keys that were pinned until then, whatever it states and whatever a party
     * has rolled over to since; what may come into force is, by those that are pinned now.
     *
     * @param transitions from the first on
     * @param chain the state after them
     */
    static List<Party> of(Entente text, List<Recorded> transitions, EntenteState chain) {
        EntenteState before = EntenteState.of(text);
        for (Recorded recorded : transitions) {
            if (entered(recorded.transition(), text)) {
                return before.pinned(text);
            }
            before = recorded.after();
        }
        return chain.pinned(text);
    }

    private static boolean entered(Transition transition, Entente text) {
        return transition.content() instanceof Transition.Content.EntryIntoForce
                && transition.document().equals(text.hash());
    }
}
