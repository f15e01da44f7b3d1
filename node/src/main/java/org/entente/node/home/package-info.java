/**
 * The front page: what this node is and what one can do here. Shows what other rooms hand it; holds nothing itself.
 */
@ApplicationModule(
        displayName = "Home",
        allowedDependencies = {"kernel", "web"})
@NullMarked
package org.entente.node.home;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
