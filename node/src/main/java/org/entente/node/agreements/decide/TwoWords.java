package org.entente.node.agreements.decide;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.entente.node.agreements.held.By;
import org.entente.node.agreements.held.Ledger;
import org.entente.node.kernel.Secrets;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Takes the words of two officers for one decision. */
@Component
class TwoWords {
    private final Decisions decisions;
    private final Ledger ledger;
    private final Secrets secrets;
    private final TransactionOperations transactions;

    TwoWords(Decisions decisions, Ledger ledger, Secrets secrets, TransactionOperations transactions) {
        this.decisions = decisions;
        this.ledger = ledger;
        this.secrets = secrets;
        this.transactions = transactions;
    }

    /**
     * Where nobody has said anything about it, this word is kept as the first, and in place of one that it outdates; where
     * another waits that is about the same and says something else, nothing changes. Otherwise what it asks for is done and who confirmed it
     * is kept in one transaction: the record of who bound the government is never of something that was not done, and what
     * could not be done waits as before. Nobody takes a word back meanwhile, since the ledger is open.
     *
     * @param deed waits for nobody
     */
    <T> Decided<T> decide(Decision decision, String officer, Instant now, Function<By, T> deed, Predicate<T> isDone) {
        return transactions.<Decided<T>>execute(transaction -> {
            ledger.open();
            Optional<FirstWord> before = decisions.waiting(decision, now);
            if (before.isEmpty() || decision.outdates(before.get().decision()) && !isSame(before.get(), decision)) {
                decisions.put(secrets.id(), decision, officer, now);
                return new Decided.Asked<>();
            }
            if (!isSame(before.get(), decision)) {
                return new Decided.OtherWaits<>();
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

    /** The first word for exactly this. */
    Optional<FirstWord> heard(Decision decision, Instant now) {
        return decisions.waiting(decision, now).filter(word -> isSame(word, decision));
    }

    private static boolean isSame(FirstWord word, Decision decision) {
        return word.decision().equals(decision);
    }
}
