package org.entente.node.signin.session;

import java.util.UUID;
import org.entente.node.kernel.PersonId;
import org.entente.node.signin.StandingPermissions;
import org.entente.node.signin.device.Devices;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Ends sessions of a person. The browsers that they were in are new ones from then on, so that whoever comes back with one
 * is told of.
 */
@Component
public class EndSessions {
    private final Sessions sessions;
    private final Devices devices;
    private final StandingPermissions permissions;

    EndSessions(Sessions sessions, Devices devices, StandingPermissions permissions) {
        this.sessions = sessions;
        this.devices = devices;
        this.permissions = permissions;
    }

    /** Ends one, if it is the person's. */
    @Transactional
    public void endOne(PersonId person, UUID session) {
        sessions.end(person, session).ifPresent(devices::forget);
    }

    /**
     * Ends all but one, whose id may be nobody's: then all end. With them ends what wallets were permitted: whoever was in
     * one of these browsers may have permitted it.
     */
    @Transactional
    public void endOthers(PersonId person, UUID kept) {
        sessions.endOthers(person, kept);
        devices.forgetAll(person);
        permissions.withdraw(person, permitted -> true);
    }
}
