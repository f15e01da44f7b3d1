package org.entente.protocols.oid4vci;

import java.util.Locale;

/** The error codes of the credential endpoint (OID4VCI 1.0 §8.3.1.2). */
public enum CredentialError {
    INVALID_CREDENTIAL_REQUEST,
    UNKNOWN_CREDENTIAL_CONFIGURATION,
    UNKNOWN_CREDENTIAL_IDENTIFIER,
    INVALID_PROOF,
    INVALID_NONCE,
    INVALID_ENCRYPTION_PARAMETERS,
    CREDENTIAL_REQUEST_DENIED;

    /** The code on the wire. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
