package org.entente.node.signin.recovery;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.entente.node.kernel.Language;
import org.entente.node.kernel.PersonId;
import org.entente.node.people.EmailAddress;
import org.entente.node.people.People;
import org.entente.node.people.Person;
import org.entente.node.signin.AfterRecovery;
import org.entente.node.signin.device.DeviceFamily;
import org.entente.node.signin.device.Visitor;
import org.entente.node.signin.limit.AttemptLimits;
import org.entente.node.signin.notice.SecurityNews;
import org.entente.node.signin.notice.TellPerson;
import org.entente.node.signin.session.AdmitPerson;
import org.entente.node.signin.session.EndSessions;
import org.entente.node.signin.session.Means;
import org.entente.node.signin.ways.Accounts;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Signs a browser in with a recovery code: once. Whoever is signed in elsewhere is signed out, as one who has to recover
 * an account may have lost the device that is. What wallets were permitted ends, what other rooms gave too, and
 * passkeys are suspended. Codes by mail sign in again where they did not: with the code used up and no passkey in use,
 * nothing else would. The person is told by mail.
 */
@Component
class RecoverAccount {
    /** What was entered. */
    record Claim(EmailAddress email, RecoveryCode code) {}

    private final RecoveryCodes codes;
    private final Accounts accounts;
    private final EndSessions endSessions;
    private final AdmitPerson admitPerson;
    private final People people;
    private final TellPerson tellPerson;
    private final AttemptLimits limits;
    private final List<AfterRecovery> others;
    private final TransactionOperations transactions;

    RecoverAccount(
            RecoveryCodes codes,
            Accounts accounts,
            EndSessions endSessions,
            AdmitPerson admitPerson,
            People people,
            TellPerson tellPerson,
            AttemptLimits limits,
            List<AfterRecovery> others,
            TransactionOperations transactions) {
        this.codes = codes;
        this.accounts = accounts;
        this.endSessions = endSessions;
        this.admitPerson = admitPerson;
        this.people = people;
        this.tellPerson = tellPerson;
        this.limits = limits;
        this.others = List.copyOf(others);
        this.transactions = transactions;
    }

    RecoverOutcome recover(UUID session, Claim claim, Visitor visitor, Language language, Instant now) {
        if (!limits.useOfNetwork(visitor.network(), now) || !limits.useOfAccount(claim.email(), visitor, now)) {
            return new RecoverOutcome.TooMany();
        }
        Optional<PersonId> person = people.person(claim.email()).map(Person::id);
        if (person.isEmpty()) {
            return new RecoverOutcome.Wrong();
        }
        var proven = new AdmitPerson.Proven(session, person.get(), Means.RECOVERY_CODE, visitor, language, true);
        return transactions.execute(transaction -> recover(proven, claim.code(), now));
    }

    private RecoverOutcome recover(AdmitPerson.Proven proven, RecoveryCode code, Instant now) {
        PersonId person = proven.person();
        if (!codes.spend(person, code)) {
            return new RecoverOutcome.Wrong();
        }
        endSessions.endOthers(person, proven.session());
        others.forEach(room -> room.recovered(person, now));
        DeviceFamily where = proven.visitor().family();
        tellPerson.tell(person, SecurityNews.RECOVERY_CODE_USED, where, now);
        if (accounts.letMailCodes(person, true)) {
            tellPerson.tell(person, SecurityNews.MAIL_CODES_RESUMED, where, now);
        }
        return new RecoverOutcome.SignedIn(admitPerson.admit(proven, now));
    }
}
