/**
 * Asks wallets for presentations and judges the answers: OID4VP 1.0, the credential formats, and the ruling of the entente.
 * Reads only what the frontier mirrored: it has no HTTP client, so that no issuer learns of a presentation. Keeps no claim
 * value longer than until the service collects it, and never one in a proof.
 */
@ApplicationModule(
        displayName = "Verification",
        allowedDependencies = {"kernel", "agreements", "trust", "signin", "frontier", "keys", "limits", "journal", "web"
        })
@NullMarked
package org.entente.node.verification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
