package org.entente.node.signin.account;

import java.time.Instant;
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

/**
 * Lets codes by mail sign in to an account, or not: without them, whoever reads the mailbox cannot. They stop only where
 * enough other ways are left; the person is told.
 */
@Component
class LetMailCodes {
    private final StandingSessions sessions;
    private final Accounts accounts;
    private final TellPerson tellPerson;

    LetMailCodes(StandingSessions sessions, Accounts accounts, TellPerson tellPerson) {
        this.sessions = sessions;
        this.accounts = accounts;
        this.tellPerson = tellPerson;
    }

    /** Changes it; false, and nothing changed, when the person could be locked out. */
    @Transactional
    public boolean change(SignedIn signedIn, boolean let, DeviceFamily where, Instant now) {
        PersonId person = signedIn.person();
        WaysIn ways = accounts.lock(person);
        sessions.hold(signedIn);
        if (!let && !ways.mayStopMailCodes()) {
            return false;
        }
        if (accounts.letMailCodes(person, let)) {
            SecurityNews news = let ? SecurityNews.MAIL_CODES_RESUMED : SecurityNews.MAIL_CODES_STOPPED;
            tellPerson.tell(person, news, where, now);
        }
        return true;
    }
}
