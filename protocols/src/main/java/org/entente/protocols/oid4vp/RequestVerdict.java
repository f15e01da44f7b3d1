package org.entente.protocols.oid4vp;

import java.security.cert.X509Certificate;
import java.util.List;

/** Whether a request object is what its client identifier claims. */
public sealed interface RequestVerdict {
    /**
     * The holder of the leaf certificate's key asks this, now.
     *
     * @param certificates its chain, leaf first, which the wallet has yet to follow to an anchor that it trusts
     */
    record Valid(RequestObject request, List<X509Certificate> certificates) implements RequestVerdict {
        public Valid {
            certificates = List.copyOf(certificates);
        }
    }

    /**
     * The holder of the leaf certificate's key asks this, now, and it cannot be answered as it stands.
     *
     * @param certificates as above
     */
    record Faulty(FaultyRequest request, List<X509Certificate> certificates) implements RequestVerdict {
        public Faulty {
            certificates = List.copyOf(certificates);
        }
    }

    /** It is not; the wallet answers nothing. */
    record Refused(Reason reason) implements RequestVerdict {}

    /** The first check that failed, in the order in which they are made. */
    enum Reason {
        TYPE,
        CLIENT_ID_PREFIX,
        CERTIFICATE_HASH,
        CERTIFICATE_VALIDITY,
        SIGNATURE,
        CLIENT_ID,
        AUDIENCE,
        ISSUED_IN_FUTURE,
        EXPIRED,
        WALLET_NONCE
    }
}
