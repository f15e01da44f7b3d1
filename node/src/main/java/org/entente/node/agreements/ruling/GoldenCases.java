package org.entente.node.agreements.ruling;

import java.time.Instant;
import java.util.ArrayList;
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
import org.entente.node.agreements.life.Ordering;

/** Runs the worked examples of a document against the document itself, as if all its parties had signed. */
public final class GoldenCases {
    private GoldenCases() {}

    /**
     * One case as it came out.
     *
     * @param number from 1 on, as it stands in the document
     * @param holds whether the ruling is what the officials agreed
     */
    public record Result(int number, GoldenCase golden, Ruling ruling, boolean holds) {}

    /** Every case and its ruling, in the document's order. */
    public static List<Result> run(Entente entente) {
        List<HeldEntente> held = List.of(HeldEntente.known(asSigned(entente)));
        List<Result> results = new ArrayList<>();
        for (GoldenCase golden : entente.goldenCases()) {
            Ruling ruling = Rulings.rule(golden.question(), held, golden.at());
            results.add(new Result(results.size() + 1, golden, ruling, isMet(golden.expectation(), ruling)));
        }
        return results;
    }

    /** The cases in which the ruling is not what the officials agreed. */
    public static List<Result> broken(Entente entente) {
        return run(entente).stream().filter(result -> !result.holds()).toList();
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

    /** The state in which all parties of a document have signed it, since ever. */
    public static EntenteState asSigned(Entente entente) {
        Map<String, Member> members = new LinkedHashMap<>();
        for (Party party : entente.parties()) {
            members.put(party.key(), Member.since(party, entente.hash(), Instant.MIN));
        }
        return new EntenteState(
                entente, 1, entente.hash(), Instant.MIN, members, Map.of(), Set.of(), Set.of(), Ordering.NONE);
    }
}
