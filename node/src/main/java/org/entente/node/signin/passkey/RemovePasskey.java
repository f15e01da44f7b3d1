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
import org.entente.node.signin.ways.WaysIn;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Removes a passkey, unless its owner could be locked out by that; tells the person. */
@Component
class RemovePasskey {
    private final StandingSessions sessions;
    private final Passkeys passkeys;
    private final Accounts accounts;
    private final TellPerson tellPerson;

    RemovePasskey(StandingSessions sessions, Passkeys passkeys, Accounts accounts, TellPerson tellPerson) {
        this.sessions = sessions;
        this.passkeys = passkeys;
        this.accounts = accounts;
        this.tellPerson = tellPerson;
    }

    /** Removes it; false, and nothing changed, when what is left would not be enough. */
    @Transactional
    public boolean remove(SignedIn signedIn, UUID id, DeviceFamily where, Instant now) {
        PersonId person = signedIn.person();
        WaysIn ways = accounts.lock(person);
        sessions.hold(signedIn);
        boolean suspended = passkeys.of(person, id).filter(Passkey::suspended).isPresent();
        if (!(suspended ? ways.mayRemoveSuspendedPasskey() : ways.mayRemovePasskey())) {
            return false;
        }
        if (passkeys.remove(person, id)) {
            tellPerson.tell(person, SecurityNews.PASSKEY_REMOVED, where, now);
        }
        return true;
    }
}
