package org.entente.node.agreements.simulate;

import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalInt;
import org.entente.node.agreements.document.Clause;
import org.entente.node.agreements.life.EntenteState;
import org.entente.node.agreements.life.Member;
import org.entente.node.agreements.ruling.HeldEntente;
import org.entente.node.agreements.ruling.Recognition;

/**
 * The level of assurance that an issuer reaches with a type of credential. No document states it: it is the highest that a
 * clause demands of that issuer today; where none does, what the tried text demands. A government that joins reaches the level
 * with which it is tried.
 *
 * @param joining by the code of the government
 */
record Levels(EntenteState today, EntenteState tried, Map<String, Integer> joining) {
    Levels {
        joining = Map.copyOf(joining);
    }

    int reached(URI issuer, String credentialType) {
        return tried.owner(issuer)
                .map(member -> joining.get(member.party().key()))
                .orElseGet(() -> {
                    OptionalInt known = demanded(today, issuer, credentialType);
                    return known.isPresent()
                            ? known.getAsInt()
                            : demanded(tried, issuer, credentialType).orElse(0);
                });
    }

    private static OptionalInt demanded(EntenteState state, URI issuer, String credentialType) {
        Recognition recognition = new Recognition(HeldEntente.known(state), Instant.MIN);
        return state.owner(issuer).stream()
                .flatMapToInt(owner -> state.entente()
                        .clauses(Clause.Recognise.class)
                        .filter(clause -> clause.credentialType().equals(credentialType))
                        .filter(clause -> meant(state, recognition, clause, owner, issuer))
                        .mapToInt(Clause.Recognise::assuranceLevel))
                .max();
    }

    private static boolean meant(
            EntenteState state, Recognition recognition, Clause.Recognise clause, Member owner, URI issuer) {
        return state.members().values().stream()
                .filter(verifier -> Recognition.letsAsk(clause, verifier.party()))
                .anyMatch(verifier -> recognition.recognises(clause, verifier, owner, issuer));
    }
}
