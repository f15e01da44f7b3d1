/**
 * Ententes: signed agreements between governments that the software enforces. Holds them through their life, from the
 * proposal to the withdrawal, and rules on what they permit. Never asks another government at the moment of a ruling, and
 * never sees a credential or a claim's value.
 */
@ApplicationModule(
        displayName = "Agreements",
        allowedDependencies = {"kernel", "trust", "frontier", "people", "signin", "journal", "keys", "web"})
@NullMarked
package org.entente.node.agreements;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
