/**
 * Online services: a catalogue, and services that are data, which accept an attestation and open a case. Keeps of what was
 * presented only what the service needs, and only for as long as the clause allows. Knows no credential format.
 */
@ApplicationModule(
        displayName = "Services",
        allowedDependencies = {"kernel", "keys", "verification", "agreements", "web"})
@NullMarked
package org.entente.node.services;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
