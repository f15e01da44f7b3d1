/**
 * The one HTTP client of a node, guarded: no redirect, no address inside a network, limits on time and length. Two rooms
 * may use it, each with its own limits: {@code frontier} towards other governments, {@code wallet} towards strangers.
 * Knows nothing of what it carries, believes nothing that it reads, and keeps no state between exchanges.
 */
@ApplicationModule(displayName = "Outside", allowedDependencies = "kernel")
@NullMarked
package org.entente.node.outside;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
