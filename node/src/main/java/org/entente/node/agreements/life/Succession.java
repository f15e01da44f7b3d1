package org.entente.node.agreements.life;

import java.net.URI;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.entente.node.agreements.document.Entente;
import org.entente.node.agreements.document.Party;

/** One version of a document in place of the one before, or the first in place of none. */
record Succession(EntenteState state) {
    /**
     * Why a text does not follow the one in force. It is between all that stay bound, so that nobody is left out or brought
     * in by it and nobody else comes under a party's name, and it comes into force on its own day: until then the version before holds.
     */
    Optional<Rejection> objection(Entente text, Instant at) {
        Entente before = state.entente();
        boolean next = text.id().equals(before.id())
                && text.version() == before.version() + 1
                && text.version() <= EntenteState.MAX_VERSIONS
                && text.supersedes().equals(Optional.of(before.hash()))
                && text.depositary().key().equals(state.depositary().key());
        boolean allStay = entities(text.parties()).equals(entities(state.stayingAt(at)));
        if (!next || !allStay || takesKeys(text)) {
            return Optional.of(Rejection.NOT_THE_NEXT_VERSION);
        }
        return at.isBefore(text.term().from()) ? Optional.of(Rejection.WRONG_TIME) : Optional.empty();
    }

    /** Whether it states for a party a key that is or was another's. */
    private boolean takesKeys(Entente text) {
        return text.parties().stream()
                .anyMatch(party -> state.members().values().stream()
                        .filter(member -> !member.party().key().equals(party.key()))
                        .flatMap(Member::everKeys)
                        .anyMatch(party.keys().keys()::contains));
    }

    private static Map<String, URI> entities(List<Party> parties) {
        return parties.stream().collect(Collectors.toMap(Party::key, Party::entity));
    }

    /** The state in which the text is in force. Who has left, and what is suspended, stays as it was. */
    EntenteState after(Entente text, Transition transition) {
        Map<String, Member> members = new LinkedHashMap<>(state.members());
        for (Party party : text.parties()) {
            members.merge(
                    party.key(),
                    Member.since(party, text.hash(), transition.at()),
                    (before, ignored) -> before.restated(party, text.hash()));
        }
        Set<String> earlier = new HashSet<>(state.earlier());
        if (state.hasEntered()) {
            earlier.add(state.entente().hash());
        }
        return new EntenteState(
                text,
                transition.number(),
                transition.hash(),
                transition.at(),
                members,
                state.suspensions(),
                state.acts(),
                earlier,
                state.ordering().after(transition));
    }
}
