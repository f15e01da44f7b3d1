/**
 * The few words that every room shares: identifiers, jurisdictions, languages, who acts. No Spring, no database, no
 * behaviour beyond the values; at most twenty types.
 */
@ApplicationModule(
        displayName = "Kernel",
        allowedDependencies = {})
@NullMarked
package org.entente.node.kernel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
