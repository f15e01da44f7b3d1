package org.entente.node.issuance.status;

import java.time.Duration;
import java.time.Instant;
import org.entente.node.issuance.IssuanceSettings;
import org.entente.node.kernel.NodeIdentity;
import org.entente.node.kernel.Organisation;
import org.entente.node.keys.Keys;
import org.entente.protocols.statuslist.StatusListToken;
import org.springframework.stereotype.Component;

/** Signs a list as its issuer. */
@Component
class SignStatusLists {
    /** How long a signed list holds; it is signed anew long before. */
    static final Duration LIFETIME = Duration.ofHours(24);

    private final Keys keys;
    private final NodeIdentity node;
    private final IssuanceSettings settings;

    SignStatusLists(Keys keys, NodeIdentity node, IssuanceSettings settings) {
        this.keys = keys;
        this.node = node;
        this.settings = settings;
    }

    String sign(Organisation issuer, StatusLists.Listed list, Instant now) {
        return StatusListToken.sign(
                keys.issuer(issuer),
                Statuses.address(node, issuer, list.number()),
                list.statuses(),
                now,
                now.plus(LIFETIME),
                settings.statusTimeToLive());
    }
}
