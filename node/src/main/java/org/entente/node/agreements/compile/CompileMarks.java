package org.entente.node.agreements.compile;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.entente.node.agreements.document.Term;
import org.entente.node.agreements.life.EntenteState;
import org.entente.node.agreements.life.Member;
import org.entente.node.agreements.life.Suspension;
import org.entente.node.agreements.ruling.HeldEntente;
import org.entente.node.trust.MarkGrant;

/**
 * A trust mark for each party that is bound and of which no whole part is suspended (OpenID Federation 1.0 §7): its type is
 * the entente's address. It ends by the review at the latest, though the entente does not.
 */
final class CompileMarks {
    private CompileMarks() {}

    static List<MarkGrant> of(HeldEntente held, Instant now) {
        EntenteState state = held.state();
        Term term = state.entente().term();
        if (!held.inStep() || !state.hasEntered() || !term.contains(now)) {
            return List.of();
        }
        return state.boundAt(now).stream()
                .filter(held::confirms)
                .filter(member -> !isSuspended(state, member))
                .map(member -> new MarkGrant(
                        state.entente().id(),
                        member.party().entity(),
                        Stream.of(term.until(), term.review(), member.until())
                                .min(Instant::compareTo)
                                .orElseThrow(),
                        state.entente().id()))
                .toList();
    }

    /** Whether neither its issuers nor its verifiers, or none of either, may be believed: a mark cannot say half of it. */
    private static boolean isSuspended(EntenteState state, Member member) {
        return state.suspensions().values().stream()
                .map(Suspension::target)
                .anyMatch(target ->
                        target.isWhole() && target.party().equals(member.party().key()));
    }
}
