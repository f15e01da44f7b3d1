package org.entente.node.verification;

import java.time.Duration;
import java.time.Instant;
import org.entente.node.agreements.ProofPath;
import org.entente.node.agreements.Ruling;
import org.entente.protocols.oid4vp.RequestLink;

/** Whether a wallet may be asked. */
public sealed interface StartOutcome {
    /**
     * It may.
     *
     * @param code digits that the holder compares when the wallet is on another device
     * @param ruling why it may
     * @param proof the name under which the proof path is shown
     */
    record Started(
            PresentationId id, RequestLink link, String code, Instant expiresAt, Ruling.Permitted ruling, String proof)
            implements StartOutcome {}

    /** No entente allows it; no wallet hears of it, and nothing is kept. */
    record Refused(ProofPath path) implements StartOutcome {}

    /** Too much was started from that network. */
    record TooMany(Duration retryAfter) implements StartOutcome {}
}
