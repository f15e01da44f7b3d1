package org.entente.node.agreements.decide;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.entente.node.agreements.accede.AccessionOutcome;
import org.entente.node.agreements.accede.ApproveAccession;
import org.entente.node.agreements.accede.RequestAccession;
import org.entente.node.agreements.accede.RequestAccession.Reading;
import org.entente.node.agreements.course.ActOutcome;
import org.entente.node.agreements.course.PerformAct;
import org.entente.node.agreements.held.Held;
import org.entente.node.agreements.held.Holdings;
import org.entente.node.agreements.held.Ledger;
import org.entente.node.agreements.life.ActJson;
import org.entente.node.agreements.life.Rejection;
import org.entente.node.agreements.life.SignedAct;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.node.ObjectNode;

/**
 * Binds and unbinds this government by two officers: the first one's word changes nothing, and what it asks for is done when
 * another one says the same. What would be refused anyhow is refused to the first already. {@code officer}: see
 * {@code conclude.Officers}.
 */
@Component
public class DecideByTwo {
    private final TwoWords twoWords;
    private final Decisions decisions;
    private final Holdings holdings;
    private final RequestAccession requestAccession;
    private final ApproveAccession approveAccession;
    private final PerformAct performAct;
    private final Ledger ledger;
    private final TransactionOperations transactions;

    DecideByTwo(
            TwoWords twoWords,
            Decisions decisions,
            Holdings holdings,
            RequestAccession requestAccession,
            ApproveAccession approveAccession,
            PerformAct performAct,
            Ledger ledger,
            TransactionOperations transactions) {
        this.twoWords = twoWords;
        this.decisions = decisions;
        this.holdings = holdings;
        this.requestAccession = requestAccession;
        this.approveAccession = approveAccession;
        this.performAct = performAct;
        this.ledger = ledger;
        this.transactions = transactions;
    }

    /**
     * Joins an entente of others, see {@link RequestAccession#read}. After the text in force has changed, the same statement
     * is a first word anew.
     *
     * @param document the hash of the text that was read, which must be the one in force
     */
    public Decided<AccessionOutcome> join(
            URI entente, ObjectNode statement, String document, String officer, Instant now) {
        return switch (requestAccession.read(entente, statement, now)) {
            case Reading.Failed(AccessionOutcome outcome) -> new Decided.Performed<>(outcome);
            case Reading.Found found
            when !document.equals(found.text().hash()) -> new Decided.Performed<>(new AccessionOutcome.OtherText());
            case Reading.Found found -> join(Decision.join(entente, found.text(), statement), found, officer, now);
        };
    }

    private Decided<AccessionOutcome> join(Decision join, Reading.Found found, String officer, Instant now) {
        if (twoWords.heard(join, now).isEmpty()) {
            AccessionOutcome tried = requestAccession.attempt(found, officer, now);
            if (!(tried instanceof AccessionOutcome.Requested)) {
                return new Decided.Performed<>(tried);
            }
        }
        return twoWords.decide(
                join,
                officer,
                now,
                by -> requestAccession.request(found, by, now),
                AccessionOutcome.Requested.class::isInstance);
    }

    /**
     * Joins as another officer has asked, by the text that both have read; empty when that waits no more.
     *
     * @param document the hash of the text that this officer has read
     */
    public Optional<Decided<AccessionOutcome>> join(UUID asked, String document, String officer, Instant now) {
        return decisions.waiting(now).stream()
                .filter(word -> word.id().equals(asked) && word.decision().kind() == Decision.Kind.JOIN)
                .findFirst()
                .map(FirstWord::decision)
                .map(word -> join(word, document, officer, now));
    }

    private Decided<AccessionOutcome> join(Decision word, String document, String officer, Instant now) {
        Joining read = Joining.of(word);
        if (!read.document().equals(document)) {
            return new Decided.Performed<>(new AccessionOutcome.OtherText());
        }
        return join(URI.create(word.subject()), read.statement(), read.document(), officer, now);
    }

    /**
     * Approves that a government joins, see {@link ApproveAccession#approve}.
     *
     * @param instrument the hash of the one that was read
     */
    public Decided<ApproveAccession.Outcome> admit(String name, String instrument, String officer, Instant now) {
        Optional<Held> held = holdings.find(name);
        Optional<SignedAct> request = held.flatMap(one -> ApproveAccession.request(one, instrument));
        if (held.isEmpty() || request.isEmpty()) {
            return new Decided.Performed<>(new ApproveAccession.Outcome.NoSuchRequest());
        }
        return refusal(held.get(), ActJson.approve(request.get().hash()), now)
                .<ApproveAccession.Outcome>map(ApproveAccession.Outcome.Performed::new)
                .or(() -> approveAccession.objection(request.get(), now))
                .<Decided<ApproveAccession.Outcome>>map(Decided.Performed::new)
                .orElseGet(() -> twoWords.decide(
                        Decision.admit(name, request.get()),
                        officer,
                        now,
                        by -> approveAccession.approve(name, request.get(), by, now),
                        outcome -> outcome instanceof ApproveAccession.Outcome.Performed(ActOutcome.Done ignored)));
    }

    /** Gives notice that this government leaves. */
    public Decided<ActOutcome> withdraw(String name, String officer, Instant now) {
        Optional<Held> held = holdings.find(name);
        if (held.isEmpty()) {
            return new Decided.Performed<>(new ActOutcome.NotFound());
        }
        return refusal(held.get(), ActJson.withdraw(), now)
                .<Decided<ActOutcome>>map(Decided.Performed::new)
                .orElseGet(() -> twoWords.decide(
                        Decision.withdraw(held.get().entente()),
                        officer,
                        now,
                        by -> performAct.perform(name, ActJson.withdraw(), by, now),
                        ActOutcome.Done.class::isInstance));
    }

    /** Takes back a word that waits; false when it waits no more. */
    public boolean takeBack(UUID asked, String officer, Instant now) {
        return transactions.execute(transaction -> {
            ledger.open();
            return decisions.remove(asked, officer, now);
        });
    }

    /** What the entente answers whoever wants it; an act of ours that waits already is sent again. */
    private Optional<ActOutcome> refusal(Held held, ActJson.Written act, Instant now) {
        return performAct
                .objection(held, act, now)
                .filter(reason -> reason != Rejection.REPEATED)
                .map(ActOutcome.Refused::new);
    }
}
