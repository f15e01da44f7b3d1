package org.entente.node.issuance.credential;

import java.util.List;
import org.entente.protocols.jose.PublicJwk;
import org.entente.protocols.oid4vci.CredentialError;

/** What the proofs of a request come to. */
sealed interface HolderKeys {
    /** The keys, all different, and the one nonce that all proofs carry. */
    record Proven(List<PublicJwk> keys, String nonce) implements HolderKeys {
        public Proven {
            keys = List.copyOf(keys);
        }
    }

    /** The first thing that is wrong. */
    record Refused(CredentialError error, String publicText) implements HolderKeys {}
}
