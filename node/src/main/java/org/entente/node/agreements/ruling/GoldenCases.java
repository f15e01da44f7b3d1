package org.entente.node.agreements.ruling;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entente.node.agreements.Ruling;
import org.entente.node.agreements.document.Entente;
import org.entente.node.agreements.document.GoldenCase;
import org.entente.node.agreements.document.GoldenCase.Expectation;
import org.entente.node.agreements.document.Party;
import org.entente.node.agreements.life.EntenteState;
import org.entente.node.agreements.life.Member;

/** Runs the worked examples of a document against the document itself, as if all its parties had signed. */
public final class GoldenCases {
    private GoldenCases() {}

    /** The cases in which the ruling is not what the officials agreed. */
    public static List<GoldenCase> broken(Entente entente) {
        List<HeldEntente> held = List.of(new HeldEntente(asSigned(entente), true, Set.of()));
        return entente.goldenCases().stream()
                .filter(golden -> !isMet(golden.expectation(), Rulings.rule(golden.question(), held, golden.at())))
                .toList();
    }

    private static boolean isMet(Expectation expectation, Ruling ruling) {
        return switch (expectation) {
            case Expectation.Permitted(String clause) ->
                ruling instanceof Ruling.Permitted permitted
                        && permitted.clause().equals(clause);
            case Expectation.Refused(String step) ->
                ruling instanceof Ruling.Refused refused && refused.step().id().equals(step);
        };
    }

    private static EntenteState asSigned(Entente entente) {
        Map<String, Member> members = new LinkedHashMap<>();
        for (Party party : entente.parties()) {
            members.put(party.key(), Member.since(party, entente.hash(), Instant.MIN));
        }
        return new EntenteState(entente, 1, entente.hash(), Instant.MIN, members, Map.of(), Set.of(), Set.of());
    }
}
