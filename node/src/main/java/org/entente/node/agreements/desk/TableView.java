package org.entente.node.agreements.desk;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entente.node.agreements.conclude.Officers;
import org.entente.node.agreements.document.Entente;
import org.entente.node.agreements.document.Party;
import org.entente.node.agreements.held.Held;
import org.entente.node.agreements.held.Talks;
import org.entente.node.agreements.negotiation.Move;
import org.entente.node.kernel.Actor;
import org.entente.node.kernel.Text;

/**
 * The text that is on the table, and how far everybody is with it.
 *
 * @param over whether the talks have ended by themselves
 * @param base the text that it answers or would replace, by its hash; empty when it is the first
 * @param agreed the names of those that agree
 * @param awaited the names of those that have not yet said that they agree
 * @param ended the names of those that ended the talks
 * @param path our own approval
 * @param source whose word that path is
 * @param restated what the text states of how we approve, where that is something else; none where it is the same
 * @param may what the reader may do now
 */
public record TableView(
        Entente text,
        int round,
        boolean over,
        Optional<String> base,
        Instant expires,
        List<Text> agreed,
        List<Text> awaited,
        List<Text> ended,
        List<StepLine> path,
        Talks.Source source,
        List<Party.Approval> restated,
        May may,
        List<MoveLine> moves) {
    /** What the reader may do now. */
    public record May(boolean agree, boolean reject, boolean counter, boolean sign, boolean signForAnother) {}

    /**
     * A step of our own approval.
     *
     * @param taken who took it, in words of the catalogue; empty when nobody has
     * @param next whether it is the reader's to take now
     * @param another whether it is next but for another officer
     */
    public record StepLine(int number, Party.Approval approval, Optional<Taken> taken, boolean next, boolean another) {}

    /** Who took a step, in words of the catalogue: {@code you}, {@code officer} or {@code system}; and when. */
    public record Taken(String who, Instant at) {}

    /** A move in the talks. */
    public record MoveLine(Instant at, Text who, String what, int round, String document) {}

    static TableView of(Held held, Talks talks, Party us, Actor.Officer officer, Instant now) {
        Set<String> agreed = talks.agreed();
        Entente text = talks.text();
        boolean open = talks.isOpenAt(now);
        boolean signed = talks.signatures().has(us.key());
        String name = Officers.of(officer);
        boolean alone = talks.approvals().stream()
                .anyMatch(last ->
                        last.step() == talks.path().size() && last.officer().equals(name));
        boolean toSign = open && talks.isAgreed() && talks.isApproved() && !signed;
        return new TableView(
                text,
                talks.negotiation().round(),
                !now.isBefore(talks.negotiation().expiresAt()),
                base(held, talks),
                talks.negotiation().expiresAt(),
                names(text.parties(), agreed),
                text.parties().stream()
                        .filter(party -> !agreed.contains(party.key()))
                        .map(Party::name)
                        .toList(),
                names(text.parties(), talks.negotiation().rejected()),
                path(talks, name, open),
                talks.ours().source(),
                talks.restates(us) ? us.approval() : List.of(),
                new May(
                        open && !agreed.contains(us.key()),
                        open && !signed,
                        now.isBefore(talks.negotiation().expiresAt()) && !signed,
                        toSign && !alone,
                        toSign && alone),
                moves(talks, text));
    }

    /** The text before this one: the one that it answered, or the one in force. */
    private static Optional<String> base(Held held, Talks talks) {
        return talks.negotiation().moves().stream()
                .map(Move::step)
                .filter(step -> step.document().equals(talks.text().hash()))
                .filter(Move.Step.Propose.class::isInstance)
                .map(step -> ((Move.Step.Propose) step).predecessor())
                .filter(hash -> held.texts().containsKey(hash))
                .reduce((earlier, later) -> later);
    }

    private static List<Text> names(Collection<Party> parties, Set<String> keys) {
        return parties.stream()
                .filter(party -> keys.contains(party.key()))
                .map(Party::name)
                .toList();
    }

    private static List<StepLine> path(Talks talks, String officer, boolean open) {
        List<StepLine> lines = new java.util.ArrayList<>();
        boolean mine =
                talks.approvals().stream().anyMatch(taken -> taken.officer().equals(officer));
        boolean waits = open && talks.isAgreed();
        for (int i = 0; i < talks.path().size(); i++) {
            int number = i + 1;
            Party.Approval approval = talks.path().get(i);
            Optional<Taken> taken = talks.approvals().stream()
                    .filter(one -> one.step() == number)
                    .map(one -> new Taken(who(one.officer(), officer), one.at()))
                    .findFirst();
            boolean next = waits && taken.isEmpty() && (number == 1 || talks.isTaken(number - 1));
            boolean another = next && mine && approval.byAnother();
            lines.add(new StepLine(number, approval, taken, next && !another, another));
        }
        return lines;
    }

    private static String who(String taker, String reader) {
        if (taker.equals(reader)) {
            return "you";
        }
        return Officers.isPerson(taker) ? "officer" : "system";
    }

    private static List<MoveLine> moves(Talks talks, Entente text) {
        return talks.negotiation().moves().stream()
                .map(move -> new MoveLine(
                        move.at(),
                        text.parties().stream()
                                .filter(party -> party.key().equals(move.party()))
                                .map(Party::name)
                                .findFirst()
                                .orElseGet(() -> new Text(move.party(), move.party())),
                        switch (move.step()) {
                            case Move.Step.Propose ignored -> "propose";
                            case Move.Step.Agree ignored -> "agree";
                            case Move.Step.Reject ignored -> "reject";
                        },
                        move.step().round(),
                        move.step().document()))
                .toList();
    }
}
