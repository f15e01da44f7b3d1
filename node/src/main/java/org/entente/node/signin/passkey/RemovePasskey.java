package org.entente.node.signin.passkey;

import java.time.Instant;
import java.util.UUID;
import org.entente.node.kernel.PersonId;
import org.entente.node.signin.device.DeviceFamily;
import org.entente.node.signin.notice.SecurityNews;
import org.entente.node.signin.notice.TellPerson;
import org.entente.node.signin.ways.Accounts;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Removes a passkey, unless its owner could be locked out by that; tells the person. */
@Component
class RemovePasskey {
    private final Passkeys passkeys;
    private final Accounts accounts;
    private final TellPerson tellPerson;

    RemovePasskey(Passkeys passkeys, Accounts accounts, TellPerson tellPerson) {
        this.passkeys = passkeys;
        this.accounts = accounts;
        this.tellPerson = tellPerson;
    }

    /** Removes it; false, and nothing changed, when what is left would not be enough. */
    @Transactional
    public boolean remove(PersonId person, UUID id, DeviceFamily where, Instant now) {
        if (!accounts.lock(person).mayRemovePasskey()) {
            return false;
        }
        if (passkeys.remove(person, id)) {
            tellPerson.tell(person, SecurityNews.PASSKEY_REMOVED, where, now);
        }
        return true;
    }
}
