package org.entente.node.agreements.decide;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import org.entente.node.agreements.accede.AccessionOutcome;
import org.entente.node.agreements.accede.ApproveAccession;
import org.entente.node.agreements.accede.RequestAccession;
import org.entente.node.agreements.accede.RequestAccession.Reading;
import org.entente.node.agreements.course.ActOutcome;
import org.entente.node.agreements.course.PerformAct;
import org.entente.node.agreements.held.By;
import org.entente.node.agreements.held.Held;
import org.entente.node.agreements.held.Holdings;
import org.entente.node.agreements.held.Ledger;
import org.entente.node.agreements.life.ActJson;
import org.entente.node.agreements.life.Rejection;
import org.entente.node.agreements.life.SignedAct;
import org.entente.node.kernel.Secrets;
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
    private final Decisions decisions;
    private final Holdings holdings;
    private final RequestAccession requestAccession;
    private final ApproveAccession approveAccession;
    private final PerformAct performAct;
    private final Ledger ledger;
    private final Secrets secrets;
    private final TransactionOperations transactions;

    DecideByTwo(
            Decisions decisions,
            Holdings holdings,
            RequestAccession requestAccession,
            ApproveAccession approveAccession,
            PerformAct performAct,
            Ledger ledger,
            Secrets secrets,
            TransactionOperations transactions) {
        this.decisions = decisions;
        this.holdings = holdings;
        this.requestAccession = requestAccession;
        this.approveAccession = approveAccession;
        this.performAct = performAct;
        this.ledger = ledger;
        this.secrets = secrets;
        this.transactions = transactions;
    }

    /**
     * Joins an entente of others, see {@link RequestAccession#read}. After the text in force has changed, the same statement
     * is a first word anew.
     *
     * @param document the hash of the text that was read; without it, whichever is in force
     */
    public Decided<AccessionOutcome> join(
            URI entente, ObjectNode statement, Optional<String> document, String officer, Instant now) {
        return switch (requestAccession.read(entente, statement, now)) {
            case Reading.Failed(AccessionOutcome outcome) -> new Decided.Performed<>(outcome);
            case Reading.Found found
            when document.isPresent() && !document.get().equals(found.text().hash()) ->
                new Decided.Performed<>(new AccessionOutcome.OtherText());
            case Reading.Found found -> join(Decision.join(entente, found.text(), statement), found, officer, now);
        };
    }

    private Decided<AccessionOutcome> join(Decision join, Reading.Found found, String officer, Instant now) {
        if (heard(join, now).isEmpty()) {
            AccessionOutcome tried = requestAccession.attempt(found, officer, now);
            if (!(tried instanceof AccessionOutcome.Requested)) {
                return new Decided.Performed<>(tried);
            }
        }
        return decide(
                join,
                officer,
                now,
                by -> requestAccession.request(found, by, now),
                AccessionOutcome.Requested.class::isInstance);
    }

    /** Joins as another officer has asked, by the text that they read; empty when that waits no more. */
    public Optional<Decided<AccessionOutcome>> join(UUID asked, String officer, Instant now) {
        return decisions.waiting(now).stream()
                .filter(word -> word.id().equals(asked) && word.decision().kind() == Decision.Kind.JOIN)
                .findFirst()
                .map(FirstWord::decision)
                .map(word -> join(word, officer, now));
    }

    private Decided<AccessionOutcome> join(Decision word, String officer, Instant now) {
        Joining read = Joining.of(word);
        return join(URI.create(word.subject()), read.statement(), Optional.of(read.document()), officer, now);
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
                .orElseGet(() -> decide(
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
                .orElseGet(() -> decide(
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

    /**
     * Where nobody has said the same, this word is kept as the first. Otherwise what it asks for is done and who confirmed it
     * is kept in one transaction: the record of who bound the government is never of something that was not done, and what
     * could not be done waits as before. Nobody takes a word back meanwhile, since the ledger is open.
     *
     * @param deed waits for nobody
     */
    private <T> Decided<T> decide(
            Decision decision, String officer, Instant now, Function<By, T> deed, Predicate<T> isDone) {
        return transactions.<Decided<T>>execute(transaction -> {
            ledger.open();
            Optional<FirstWord> before = heard(decision, now);
            if (before.isEmpty()) {
                decisions.put(secrets.id(), decision, officer, now);
                return new Decided.Asked<>();
            }
            if (before.get().officer().equals(officer)) {
                return new Decided.SameOfficer<>();
            }
            T outcome = deed.apply(By.two(before.get().officer(), officer));
            if (isDone.test(outcome)) {
                decisions.confirm(before.get(), officer, now);
            } else {
                transaction.setRollbackOnly();
            }
            return new Decided.Performed<>(outcome);
        });
    }

    private Optional<FirstWord> heard(Decision decision, Instant now) {
        return decisions.waiting(decision, now).filter(word -> word.decision().equals(decision));
    }
}
