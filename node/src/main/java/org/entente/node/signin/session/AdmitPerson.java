package org.entente.node.signin.session;

import java.time.Instant;
import java.util.UUID;
import org.entente.node.kernel.Language;
import org.entente.node.kernel.PersonId;
import org.entente.node.people.People;
import org.entente.node.signin.device.Devices;
import org.entente.node.signin.device.Visitor;
import org.entente.node.signin.notice.SecurityNews;
import org.entente.node.signin.notice.TellPerson;
import org.entente.node.signin.ways.Accounts;
import org.springframework.stereotype.Component;

/** Signs a browser in, once a person was proven by one of the {@link Means}; tells the person when the browser is new. */
@Component
public class AdmitPerson {
    /**
     * Who was proven, how and where.
     *
     * @param session in which it was proven
     * @param quietly whether nobody is told of a new browser: the account was made in this very moment, or the person is
     *     told of this sign-in in other words
     */
    public record Proven(
            UUID session, PersonId person, Means means, Visitor visitor, Language language, boolean quietly) {}

    private final Accounts accounts;
    private final Sessions sessions;
    private final Devices devices;
    private final People people;
    private final TellPerson tellPerson;

    AdmitPerson(Accounts accounts, Sessions sessions, Devices devices, People people, TellPerson tellPerson) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.devices = devices;
        this.people = people;
        this.tellPerson = tellPerson;
    }

    /** Joins the caller's transaction, and holds the account's lock until it ends: no session begins while others end. */
    public Admission admit(Proven proven, Instant now) {
        Visitor visitor = proven.visitor();
        PersonId person = proven.person();
        accounts.lock(person);
        Devices.Use use = devices.use(person, visitor.marks(), now);
        people.speaks(person, proven.language());
        if (use.isFirst() && !proven.quietly()) {
            tellPerson.tell(person, SecurityNews.NEW_DEVICE, visitor.family(), now);
        }
        String token = sessions.signIn(
                proven.session(), new Sessions.Start(person, proven.means(), visitor.family(), use.browser()), now);
        return new Admission(token, use.marks());
    }
}
