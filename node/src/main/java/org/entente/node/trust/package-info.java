/**
 * Who is who between governments, by OpenID Federation 1.0: publishes what this node and its organisations say of
 * themselves and of each other, knows other nodes by introduction, by the council's directory and by pinned keys, and on
 * a directory keeps the members. Pinned keys win over everything else. Does not say what anybody may do: ententes do.
 */
@ApplicationModule(
        displayName = "Trust",
        allowedDependencies = {"kernel", "frontier", "keys", "journal", "signin", "web"})
@NullMarked
package org.entente.node.trust;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
