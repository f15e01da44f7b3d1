package org.entente.node.signin.passkey;

import java.time.Instant;
import java.util.UUID;
import org.entente.node.kernel.PersonId;
import org.entente.node.signin.SignedIn;
import org.entente.node.signin.StandingSessions;
import org.entente.node.signin.device.DeviceFamily;
import org.entente.node.signin.notice.SecurityNews;
import org.entente.node.signin.notice.TellPerson;
import org.entente.node.signin.ways.Accounts;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lets a passkey sign in again that was suspended, and tells the person. */
@Component
class ConfirmPasskey {
    private final StandingSessions sessions;
    private final Passkeys passkeys;
    private final Accounts accounts;
    private final TellPerson tellPerson;

    ConfirmPasskey(StandingSessions sessions, Passkeys passkeys, Accounts accounts, TellPerson tellPerson) {
        this.sessions = sessions;
        this.passkeys = passkeys;
        this.accounts = accounts;
        this.tellPerson = tellPerson;
    }

    /** Confirms it, if it is suspended and of whoever is signed in. */
    @Transactional
    public void confirm(SignedIn signedIn, UUID id, DeviceFamily where, Instant now) {
        PersonId person = signedIn.person();
        accounts.lock(person);
        sessions.hold(signedIn);
        if (passkeys.confirm(person, id)) {
            tellPerson.tell(person, SecurityNews.PASSKEY_CONFIRMED, where, now);
        }
    }
}
