package org.entente.node.agreements.decide;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.entente.node.agreements.accede.AccessionOutcome;
import org.entente.node.agreements.accede.ApproveAccession;
import org.entente.node.agreements.accede.RequestAccession;
import org.entente.node.agreements.course.ActOutcome;
import org.entente.node.agreements.course.PerformAct;
import org.entente.node.agreements.held.Held;
import org.entente.node.agreements.held.Holdings;
import org.entente.node.agreements.held.Ledger;
import org.entente.node.agreements.life.ActJson;
import org.entente.node.agreements.life.Rejection;
import org.entente.node.agreements.life.SignedAct;
import org.entente.node.kernel.Secrets;
import org.entente.protocols.json.Json;
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

    /** Joins an entente of others, see {@link RequestAccession#request}. */
    public Decided<AccessionOutcome> join(URI entente, ObjectNode statement, String officer, Instant now) {
        Decision join = Decision.join(entente, statement);
        if (heard(join, now).isEmpty()) {
            AccessionOutcome tried = requestAccession.attempt(entente, statement, now);
            if (!(tried instanceof AccessionOutcome.Requested)) {
                return new Decided.Performed<>(tried);
            }
        }
        return decide(
                join,
                officer,
                now,
                () -> requestAccession.request(entente, statement, now),
                AccessionOutcome.Requested.class::isInstance);
    }

    /** Joins as another officer has asked; empty when that waits no more. */
    public Optional<Decided<AccessionOutcome>> join(UUID asked, String officer, Instant now) {
        return decisions.waiting(now).stream()
                .filter(word -> word.id().equals(asked) && word.decision().kind() == Decision.Kind.JOIN)
                .findFirst()
                .map(FirstWord::decision)
                .map(join -> join(URI.create(join.subject()), Json.object(join.content()), officer, now));
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
                .<Decided<ApproveAccession.Outcome>>map(
                        refused -> new Decided.Performed<>(new ApproveAccession.Outcome.Performed(refused)))
                .orElseGet(() -> decide(
                        Decision.admit(name, request.get()),
                        officer,
                        now,
                        () -> approveAccession.approve(name, request.get(), now),
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
                        () -> performAct.perform(name, ActJson.withdraw(), now),
                        ActOutcome.Done.class::isInstance));
    }

    /** Takes back a word that waits; false when it waits no more. */
    public boolean takeBack(UUID asked) {
        return decisions.remove(asked);
    }

    /** What the entente answers whoever wants it; an act of ours that waits already is sent again. */
    private Optional<ActOutcome> refusal(Held held, ActJson.Written act, Instant now) {
        return performAct
                .objection(held, act, now)
                .filter(reason -> reason != Rejection.REPEATED)
                .map(ActOutcome.Refused::new);
    }

    private <T> Decided<T> decide(
            Decision decision, String officer, Instant now, Supplier<T> perform, Predicate<T> isDone) {
        Optional<FirstWord> before = transactions.execute(transaction -> hear(decision, officer, now));
        if (before.isEmpty()) {
            return new Decided.Asked<>();
        }
        if (before.get().officer().equals(officer)) {
            return new Decided.SameOfficer<>();
        }
        boolean done = false;
        try {
            T outcome = perform.get();
            done = isDone.test(outcome);
            return new Decided.Performed<>(outcome);
        } finally {
            if (!done) {
                decisions.reopen(before.get().id());
            }
        }
    }

    /**
     * Who said the same before. Where nobody has, this word is kept as the first; another officer's is kept as the second
     * before anything is done, so that whoever binds the government is on record, and nobody takes back what is being done.
     */
    private Optional<FirstWord> hear(Decision decision, String officer, Instant now) {
        ledger.open();
        Optional<FirstWord> before = heard(decision, now);
        if (before.isEmpty()) {
            decisions.put(secrets.id(), decision, officer, now);
        } else if (!before.get().officer().equals(officer)) {
            decisions.confirm(before.get().id(), officer, now);
        }
        return before;
    }

    private Optional<FirstWord> heard(Decision decision, Instant now) {
        return decisions.waiting(decision, now).filter(word -> word.decision().equals(decision));
    }
}
