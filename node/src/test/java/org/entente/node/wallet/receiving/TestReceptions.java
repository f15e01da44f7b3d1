package org.entente.node.wallet.receiving;

import java.time.Instant;
import java.util.Optional;
import org.entente.node.TestNode;
import org.entente.node.kernel.PersonId;
import org.entente.node.wallet.TestIssuer;

/** Puts attestations into wallets, the way they get there. */
public final class TestReceptions {
    private TestReceptions() {}

    /** A holder receives what the issuer offers. */
    public static void receive(TestNode wallet, PersonId holder, TestIssuer issuer) {
        OpenOutcome opened = wallet.bean(OpenOffer.class)
                .open(holder, Optional.empty(), Optional.of(issuer.offerUri()), Instant.now());
        if (!(opened instanceof OpenOutcome.Opened offer)
                || !(wallet.bean(ReceiveAttestations.class)
                                .receive(holder, offer.offer(), TestIssuer.CODE, Instant.now())
                        instanceof ReceiveOutcome.Received)) {
            throw new AssertionError("not received: " + opened);
        }
    }
}
