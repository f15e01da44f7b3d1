package org.entente.node.wallet.showing;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.entente.node.kernel.Secrets;
import org.entente.node.wallet.attestations.Reason;
import org.entente.node.wallet.attestations.Verifier;
import org.entente.protocols.oid4vp.RequestObject;
import org.entente.protocols.oid4vp.RequestVerification;

/** A request that is what it claims to be, and who makes it. */
record KnownRequest(RequestObject object, Verifier verifier, Reason reason) {
    /** Until when it can be answered. */
    Instant endsAt(Instant fetchedAt) {
        Instant atMost = fetchedAt.plus(RequestVerification.MAX_AGE);
        return object.expiresAt().filter(atMost::isAfter).orElse(atMost);
    }

    /** The same for the same request, however often it is fetched. */
    byte[] digest() {
        return Secrets.sha256((object.clientId() + "\n" + object.nonce()).getBytes(StandardCharsets.UTF_8));
    }
}
