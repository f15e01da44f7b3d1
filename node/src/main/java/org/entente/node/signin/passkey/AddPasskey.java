package org.entente.node.signin.passkey;

import java.time.Instant;
import java.util.Optional;
import org.entente.node.kernel.PersonId;
import org.entente.node.kernel.Secrets;
import org.entente.node.signin.SignedIn;
import org.entente.node.signin.StandingSessions;
import org.entente.node.signin.device.DeviceFamily;
import org.entente.node.signin.notice.SecurityNews;
import org.entente.node.signin.notice.TellPerson;
import org.entente.node.signin.ways.Accounts;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Adds a passkey to the account of whoever is signed in, and tells the person. */
@Component
class AddPasskey {
    private final StandingSessions sessions;
    private final Challenges challenges;
    private final Passkeys passkeys;
    private final Accounts accounts;
    private final VerifyPasskey verifyPasskey;
    private final TellPerson tellPerson;
    private final Secrets secrets;
    private final TransactionOperations transactions;

    AddPasskey(
            StandingSessions sessions,
            Challenges challenges,
            Passkeys passkeys,
            Accounts accounts,
            VerifyPasskey verifyPasskey,
            TellPerson tellPerson,
            Secrets secrets,
            TransactionOperations transactions) {
        this.sessions = sessions;
        this.challenges = challenges;
        this.passkeys = passkeys;
        this.accounts = accounts;
        this.verifyPasskey = verifyPasskey;
        this.tellPerson = tellPerson;
        this.secrets = secrets;
        this.transactions = transactions;
    }

    /**
     * Takes what the browser made.
     *
     * @throws org.entente.protocols.ProtocolError when it is no answer of a passkey
     */
    AddPasskeyOutcome add(SignedIn signedIn, PasskeyName name, String json, DeviceFamily where, Instant now) {
        PasskeyAnswer answer = PasskeyAnswer.parse(json);
        String challenge = answer.clientData().challenge();
        if (!challenges.spend(challenge, signedIn.session(), Challenges.Purpose.ADD, now)) {
            return new AddPasskeyOutcome.Late();
        }
        return transactions.execute(transaction -> add(signedIn, name, answer, where, now));
    }

    private AddPasskeyOutcome add(
            SignedIn signedIn, PasskeyName name, PasskeyAnswer answer, DeviceFamily where, Instant now) {
        PersonId person = signedIn.person();
        accounts.lock(person);
        sessions.hold(signedIn);
        if (passkeys.of(person).size() >= Passkeys.MAX_OF_A_PERSON) {
            return new AddPasskeyOutcome.Full();
        }
        Optional<Passkeys.Credential> credential =
                verifyPasskey.registration(answer, person, accounts.userHandle(person));
        if (credential
                .filter(made -> passkeys.add(secrets.id(), made, name, now))
                .isEmpty()) {
            return new AddPasskeyOutcome.Refused();
        }
        tellPerson.tell(person, SecurityNews.PASSKEY_ADDED, where, now);
        return new AddPasskeyOutcome.Added();
    }
}
