package org.entente.node.verification;

import java.net.URI;
import java.time.Instant;
import java.time.Period;
import org.entente.node.kernel.Text;
import tools.jackson.databind.node.ObjectNode;

/** How a presentation stands, for whoever started it. */
public sealed interface Collected {
    /**
     * Accepted; the claims are handed over now and exist here no longer.
     *
     * @param issuer whose credential it was
     * @param claims those that were asked and disclosed
     * @param entente the address of the entente that permits
     * @param clause the number of the clause that permits
     * @param retention how long the clause lets the claims be kept
     * @param proof the name under which the proof path is shown
     */
    record Accepted(
            URI issuer,
            ObjectNode claims,
            URI entente,
            Text title,
            String clause,
            Period retention,
            String proof,
            Instant acceptedAt)
            implements Collected {}

    /** Refused, at the first step that failed. */
    record Refused(Failure failure, String proof) implements Collected {}

    /** The holder, or the wallet, did not present. */
    record Declined() implements Collected {}

    /** The wallet could not answer. */
    record Unable(WalletError error, String proof) implements Collected {}

    /** Nothing came yet, or the codes have not been compared yet. */
    record Waiting(Instant until) implements Collected {}

    /** There is nothing to collect: unknown, of somebody else, expired or collected before. */
    record Gone() implements Collected {}
}
