/**
 * The holder's agent: receives attestations (OID4VCI 1.0), keeps them sealed, and shows of them what the holder agrees
 * to (OID4VP 1.0). Belongs to no government and knows none: it speaks to issuers and verifiers over HTTP like a
 * stranger, decides nothing for the holder, and tells no issuer that an attestation was used.
 */
@ApplicationModule(
        displayName = "Wallet",
        allowedDependencies = {"kernel", "outside", "web", "keys", "limits"})
@NullMarked
package org.entente.node.wallet;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
