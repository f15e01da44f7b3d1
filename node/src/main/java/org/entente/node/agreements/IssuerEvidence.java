package org.entente.node.agreements;

import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/**
 * What is at hand here of an issuer's own word: its metadata and its status lists, as they were mirrored. An extension
 * point, for the room that has them mirrored is above this one. Asks nobody.
 */
public interface IssuerEvidence {
    /** What there may be wrong with it. */
    enum Lack {
        /** No copy of its metadata was read yet. */
        METADATA_MISSING,
        /** What it publishes as metadata cannot be read, or speaks for somebody else. */
        METADATA_MALFORMED,
        /** Its metadata do not offer the type. */
        TYPE_NOT_OFFERED,
        /** Its metadata name no place of its status lists, or that place names no list. */
        LISTS_UNNAMED,
        /** A list was named, and no copy of any was read yet. */
        LIST_MISSING,
        /** Every copy is older than the entente allows. */
        LIST_STALE,
        /** The certificate under which it signs does not come from the authority that is pinned. */
        CERTIFICATE_FOREIGN,
        /** That certificate does not name the issuer. */
        CERTIFICATE_OTHER_NAME,
        /** That certificate is not valid at this time. */
        CERTIFICATE_EXPIRED,
        /** The list's signature does not hold, or the list has expired. */
        LIST_NOT_GENUINE
    }

    /**
     * Everything that is wrong; empty when its credentials of the type could be checked now.
     *
     * @param authority the only one under which the issuer may sign
     * @param freshness how long ago a list may have been confirmed
     */
    Set<Lack> lacks(URI issuer, X509Certificate authority, String credentialType, Duration freshness, Instant now);
}
