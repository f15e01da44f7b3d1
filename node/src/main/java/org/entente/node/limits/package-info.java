/**
 * How often somebody may do something, counted in the database for all processes of a node together. Knows neither what is
 * limited nor what happens to whoever goes beyond; keeps nobody's name.
 */
@ApplicationModule(
        displayName = "Limits",
        allowedDependencies = {"kernel", "keys"})
@NullMarked
package org.entente.node.limits;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
