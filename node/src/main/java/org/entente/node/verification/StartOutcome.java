package org.entente.node.verification;

import java.time.Instant;
import org.entente.node.agreements.Ruling;
import org.entente.protocols.oid4vp.RequestLink;

/** Whether a wallet may be asked. */
public sealed interface StartOutcome {
    /** The name under which the proof path is shown. */
    String proof();

    /**
     * It may.
     *
     * @param code digits that the holder compares when the wallet is on another device
     * @param ruling why it may
     */
    record Started(
            PresentationId id, RequestLink link, String code, Instant expiresAt, Ruling.Permitted ruling, String proof)
            implements StartOutcome {}

    /** No entente allows it; no wallet hears of it. */
    record Refused(Failure failure, String proof) implements StartOutcome {}
}
