package org.entente.node.signin.recovery;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.entente.node.kernel.PersonId;
import org.entente.node.kernel.Secrets;
import org.entente.node.keys.Keys;
import org.entente.node.signin.SignedIn;
import org.entente.node.signin.StandingSessions;
import org.entente.node.signin.device.DeviceFamily;
import org.entente.node.signin.notice.SecurityNews;
import org.entente.node.signin.notice.TellPerson;
import org.entente.node.signin.ways.Accounts;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The recovery codes, at most one of an account, each under a keyed digest that a thief of the database cannot search. */
@Component
class RecoveryCodes {
    private final StandingSessions sessions;
    private final Accounts accounts;
    private final TellPerson tellPerson;
    private final Keys keys;
    private final Secrets secrets;

    RecoveryCodes(StandingSessions sessions, Accounts accounts, TellPerson tellPerson, Keys keys, Secrets secrets) {
        this.sessions = sessions;
        this.accounts = accounts;
        this.tellPerson = tellPerson;
        this.keys = keys;
        this.secrets = secrets;
    }

    /** Makes a code, and tells the person; an earlier one no longer counts. Only the caller ever sees it. */
    @Transactional
    public RecoveryCode make(SignedIn signedIn, DeviceFamily where, Instant now) {
        RecoveryCode code = RecoveryCode.fresh(secrets);
        PersonId person = signedIn.person();
        accounts.lock(person);
        sessions.hold(signedIn);
        accounts.putRecoveryCode(person, mac(person, code), now);
        tellPerson.tell(person, SecurityNews.RECOVERY_CODE_MADE, where, now);
        return code;
    }

    /** Uses a code up, if it is the person's. */
    boolean spend(PersonId person, RecoveryCode code) {
        return accounts.spendRecoveryCode(person, mac(person, code));
    }

    private byte[] mac(PersonId person, RecoveryCode code) {
        return keys.mac("signin recovery code", (person + " " + code.value()).getBytes(StandardCharsets.UTF_8));
    }
}
