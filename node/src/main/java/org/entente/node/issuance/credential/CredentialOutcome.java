package org.entente.node.issuance.credential;

import java.util.List;
import org.entente.protocols.oid4vci.CredentialError;

/** What became of a credential request. */
sealed interface CredentialOutcome {
    /** The copies, each bound to one of the holder's keys. */
    record Issued(List<String> credentials) implements CredentialOutcome {}

    /** Nothing was issued and nothing was used up. */
    record Refused(CredentialError error, String publicText) implements CredentialOutcome {}
}
