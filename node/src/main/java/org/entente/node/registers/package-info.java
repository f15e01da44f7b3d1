/**
 * Authoritative sources that this government may attest: imported as they are, and one account matched to one record by
 * what the government's procedure demands. Does not issue anything, changes no value of a source, and shows a record to
 * nobody but its holder's attestations.
 */
@ApplicationModule(
        displayName = "Registers",
        allowedDependencies = {"kernel", "keys", "people", "signin", "journal", "names", "web"})
@NullMarked
package org.entente.node.registers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
