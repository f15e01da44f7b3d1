package org.entente.node.signin.session;

import java.util.UUID;
import org.entente.node.kernel.PersonId;
import org.entente.node.signin.AfterSignOut;
import org.entente.node.signin.StandingPermissions;
import org.entente.node.signin.device.Devices;
import org.entente.node.signin.ways.Accounts;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Ends sessions of a person. The browsers that they were in are new ones from then on, so that whoever comes back with one
 * is told of.
 */
@Component
public class EndSessions {
    private final Accounts accounts;
    private final Sessions sessions;
    private final Devices devices;
    private final StandingPermissions permissions;
    private final ObjectProvider<AfterSignOut> others;

    EndSessions(
            Accounts accounts,
            Sessions sessions,
            Devices devices,
            StandingPermissions permissions,
            ObjectProvider<AfterSignOut> others) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.devices = devices;
        this.permissions = permissions;
        this.others = others;
    }

    /** Ends one, if it is the person's. */
    @Transactional
    public void endOne(PersonId person, UUID session) {
        sessions.end(person, session).ifPresent(devices::forget);
    }

    /**
     * Ends all but one, whose id may be nobody's: then all end. With them ends what wallets were permitted, and what
     * other rooms gave: whoever was in one of these browsers may have permitted or taken it. Whoever is signing in, or permitting something, at the same moment has
     * either done so before, and it ends too, or finds that the session has ended.
     */
    @Transactional
    public void endOthers(PersonId person, UUID kept) {
        accounts.lock(person);
        sessions.endOthers(person, kept);
        devices.forgetAll(person);
        permissions.withdraw(person, permitted -> true);
        others.orderedStream().forEach(room -> room.signedOut(person));
    }
}
