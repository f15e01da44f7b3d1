package org.entente.node.issuance.credential;

import java.time.Duration;
import java.util.List;
import org.entente.protocols.oid4vci.CredentialError;

/** What became of a credential request. */
sealed interface CredentialOutcome {
    /**
     * The copies, each bound to one of the holder's keys.
     *
     * @param notificationId by which the wallet tells what became of them
     */
    record Issued(List<String> credentials, String notificationId) implements CredentialOutcome {}

    /** The register's record has had as many batches of this type as a month has; nothing was issued or used up. */
    record Enough(Duration untilNextMonth) implements CredentialOutcome {}

    /** Nothing was issued and nothing was used up. */
    record Refused(CredentialError error, String publicText) implements CredentialOutcome {}
}
