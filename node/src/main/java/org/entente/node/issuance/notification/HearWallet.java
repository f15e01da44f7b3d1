package org.entente.node.issuance.notification;

import java.time.Duration;
import java.time.Instant;
import org.entente.node.issuance.family.AwaitedFamilies;
import org.entente.node.kernel.Organisation;
import org.entente.protocols.oid4vci.NotificationRequest;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes a wallet's word for what became of a batch. What it does not have ends. Where it has one, those that it asked for
 * before and has still not confirmed a day later were lost on their way to it, and end, too.
 */
@Component
class HearWallet {
    /** How long a confirmation may be on its way while that of another batch has arrived. */
    static final Duration PATIENCE = Duration.ofDays(1);

    private final NotificationIds identifiers;
    private final AwaitedFamilies families;

    HearWallet(NotificationIds identifiers, AwaitedFamilies families) {
        this.identifiers = identifiers;
        this.families = families;
    }

    /**
     * @param wallet thumbprint of the key to which its token is bound
     * @return whether there is such a batch; the same may be said again
     */
    @Transactional
    public boolean hear(Organisation issuer, NotificationRequest told, String wallet, Instant now) {
        return identifiers
                .read(issuer, told.notificationId(), wallet)
                .filter(family -> switch (told.event()) {
                    case CREDENTIAL_ACCEPTED -> families.confirm(issuer.id(), family, now.plus(PATIENCE));
                    case CREDENTIAL_DELETED, CREDENTIAL_FAILURE -> families.giveUp(issuer.id(), family, now);
                })
                .isPresent();
    }
}
