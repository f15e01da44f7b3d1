/**
 * The credential issuer (OID4VCI 1.0) of this node's organisations: offers, credentials in one-time copies, their status,
 * their revocation. Attests what a register says at the moment of issuance and keeps no claim afterwards; never learns
 * whether, where or how often a credential is used.
 */
@ApplicationModule(
        displayName = "Issuance",
        allowedDependencies = {
            "kernel",
            "registers",
            "names",
            "agreements",
            "signin",
            "people",
            "trust",
            "frontier",
            "keys",
            "journal",
            "web"
        })
@NullMarked
package org.entente.node.issuance;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
