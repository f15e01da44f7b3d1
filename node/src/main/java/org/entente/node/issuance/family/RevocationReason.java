package org.entente.node.issuance.family;

import java.util.Locale;

/** Why a batch was revoked, as far as its holder is told. */
public enum RevocationReason {
    /** Somebody who may asked for it: the holder, the issuer, or a recovery. */
    ASKED,
    /** It reached no wallet, or the wallet did not keep it. */
    NOT_KEPT,
    /** The register no longer has the record that it was made from. */
    RECORD_ENDED;

    /** The word in the database, and the end of its text's key. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static RevocationReason of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
