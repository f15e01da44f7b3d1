package org.entente.node.signin.passkey;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.entente.node.kernel.Language;
import org.entente.node.kernel.PersonId;
import org.entente.node.people.People;
import org.entente.node.signin.SignedIn;
import org.entente.node.signin.device.Visitor;
import org.entente.node.signin.limit.AttemptLimits;
import org.entente.node.signin.notice.SecurityNews;
import org.entente.node.signin.notice.TellPerson;
import org.entente.node.signin.session.Admission;
import org.entente.node.signin.session.AdmitPerson;
import org.entente.node.signin.session.Means;
import org.entente.node.signin.ways.Accounts;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Signs a browser in with the passkey that answered its question: once, and into a new session. */
@Component
public class SignInWithPasskey {
    /** From where an answer comes. */
    public record From(Visitor visitor, Language language) {}

    private final Challenges challenges;
    private final Accounts accounts;
    private final Passkeys passkeys;
    private final VerifyPasskey verifyPasskey;
    private final AdmitPerson admitPerson;
    private final People people;
    private final TellPerson tellPerson;
    private final AttemptLimits limits;
    private final TransactionOperations transactions;

    SignInWithPasskey(
            Challenges challenges,
            Accounts accounts,
            Passkeys passkeys,
            VerifyPasskey verifyPasskey,
            AdmitPerson admitPerson,
            People people,
            TellPerson tellPerson,
            AttemptLimits limits,
            TransactionOperations transactions) {
        this.challenges = challenges;
        this.accounts = accounts;
        this.passkeys = passkeys;
        this.verifyPasskey = verifyPasskey;
        this.admitPerson = admitPerson;
        this.people = people;
        this.tellPerson = tellPerson;
        this.limits = limits;
        this.transactions = transactions;
    }

    /**
     * As whoever answers.
     *
     * @param answer as the browser sent it
     * @throws org.entente.protocols.ProtocolError when it is no answer of a passkey
     */
    SignInWithPasskeyOutcome signIn(UUID session, String answer, From from, Instant now) {
        return answered(session, answer, Challenges.Purpose.SIGN_IN, Optional.empty(), from, now);
    }

    /** Proves once more that the one who is signed in is there; as {@link #signIn}. */
    public SignInWithPasskeyOutcome confirm(SignedIn signedIn, String answer, From from, Instant now) {
        return answered(
                signedIn.session(), answer, Challenges.Purpose.CONFIRM, Optional.of(signedIn.person()), from, now);
    }

    private SignInWithPasskeyOutcome answered(
            UUID session,
            String json,
            Challenges.Purpose purpose,
            Optional<PersonId> expected,
            From from,
            Instant now) {
        if (!limits.useOfNetwork(from.visitor().network(), now)) {
            return new SignInWithPasskeyOutcome.TooMany();
        }
        PasskeyAnswer answer = PasskeyAnswer.parse(json);
        if (!challenges.spend(answer.clientData().challenge(), session, purpose, now)) {
            return new SignInWithPasskeyOutcome.Late();
        }
        Optional<Passkeys.Credential> known = passkeys.credential(answer.id());
        if (known.isEmpty()) {
            return new SignInWithPasskeyOutcome.Refused();
        }
        PersonId person = known.get().person();
        if (!mayTry(person, from.visitor(), now)) {
            return new SignInWithPasskeyOutcome.TooMany();
        }
        return switch (verifyPasskey.assertion(answer, known.get(), expected)) {
            case AssertionVerdict.Proven proven ->
                transactions.execute(transaction -> admit(session, proven, from, now));
            case AssertionVerdict.Copied _ -> {
                tellPerson.tell(
                        person, SecurityNews.PASSKEY_COPIED, from.visitor().family(), now);
                yield new SignInWithPasskeyOutcome.Refused();
            }
            case AssertionVerdict.Refused _ -> new SignInWithPasskeyOutcome.Refused();
        };
    }

    private boolean mayTry(PersonId person, Visitor visitor, Instant now) {
        return people.person(person)
                .filter(known -> limits.useOfAccount(known.email(), visitor, now))
                .isPresent();
    }

    private SignInWithPasskeyOutcome admit(UUID session, AssertionVerdict.Proven proven, From from, Instant now) {
        Passkeys.Credential credential = proven.credential();
        accounts.lock(credential.person());
        if (!passkeys.use(credential.id(), proven.signatureCount(), proven.backedUp(), now)) {
            return passkeys.isSuspended(credential.id())
                    ? new SignInWithPasskeyOutcome.Suspended()
                    : new SignInWithPasskeyOutcome.Refused();
        }
        Admission admission = admitPerson.admit(
                new AdmitPerson.Proven(
                        session, credential.person(), Means.PASSKEY, from.visitor(), from.language(), false),
                now);
        return new SignInWithPasskeyOutcome.SignedIn(admission);
    }
}
