package org.entente.node.signin.code;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.entente.node.kernel.Language;
import org.entente.node.people.EmailAddress;
import org.entente.node.people.People;
import org.entente.node.people.Person;
import org.entente.node.signin.device.Visitor;
import org.entente.node.signin.limit.AttemptLimits;
import org.entente.node.signin.session.Admission;
import org.entente.node.signin.session.AdmitPerson;
import org.entente.node.signin.session.Means;
import org.entente.node.signin.ways.Accounts;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Signs a browser in with the code that was sent for it: once, and into a new session. */
@Component
class RedeemCode {
    private final SignInCodes codes;
    private final AdmitPerson admitPerson;
    private final People people;
    private final Accounts accounts;
    private final AttemptLimits limits;
    private final TransactionOperations transactions;

    RedeemCode(
            SignInCodes codes,
            AdmitPerson admitPerson,
            People people,
            Accounts accounts,
            AttemptLimits limits,
            TransactionOperations transactions) {
        this.codes = codes;
        this.admitPerson = admitPerson;
        this.people = people;
        this.accounts = accounts;
        this.limits = limits;
        this.transactions = transactions;
    }

    RedeemCodeOutcome redeem(UUID session, SignInCode code, Language language, Visitor visitor, Instant now) {
        if (!limits.useOfNetwork(visitor.network(), now)) {
            return new RedeemCodeOutcome.TooMany();
        }
        Optional<SignInCodes.Pending> pending = codes.pending(session, now);
        if (pending.isEmpty()) {
            return new RedeemCodeOutcome.Gone();
        }
        if (!limits.guess(pending.get().email(), visitor, now)) {
            return new RedeemCodeOutcome.TooMany();
        }
        return transactions.execute(transaction -> codes.attempt(session, code, now)
                .map(attempt ->
                        attempt.right() ? signIn(session, attempt.pending(), language, visitor, now) : wrong(attempt))
                .orElseGet(RedeemCodeOutcome.Gone::new));
    }

    private RedeemCodeOutcome signIn(
            UUID session, SignInCodes.Pending pending, Language language, Visitor visitor, Instant now) {
        EmailAddress email = pending.email();
        Optional<Person> known = people.person(email);
        Person person = known.orElseGet(() -> people.enter(email, language, now));
        // Under the account's lock, so that no code signs in once its holder was told that codes are turned off.
        if (!accounts.lock(person.id()).mailCodes()) {
            return new RedeemCodeOutcome.Gone();
        }
        Admission admission = admitPerson.admit(
                new AdmitPerson.Proven(session, person.id(), Means.CODE, visitor, language, known.isEmpty()), now);
        return new RedeemCodeOutcome.SignedIn(admission, pending.returnPath());
    }

    private static RedeemCodeOutcome wrong(SignInCodes.Attempt attempt) {
        return attempt.left() > 0
                ? new RedeemCodeOutcome.Wrong(attempt.left(), attempt.pending())
                : new RedeemCodeOutcome.Gone();
    }
}
