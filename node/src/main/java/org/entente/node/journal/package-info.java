/**
 * One append-only log a node (RFC 6962 Merkle tree). A leaf is a stream, a type, a coarse time and a salted commitment;
 * the record and its salt stay with the room that made it and may be erased there, after which the leaf proves only that
 * something was. Rooms record in their own transaction; one job orders the leaves and signs a checkpoint; only
 * checkpoints are public. Nothing is ever deleted or rewritten, and no record is kept here.
 */
@ApplicationModule(
        displayName = "Journal",
        allowedDependencies = {"kernel", "keys", "web"})
@NullMarked
package org.entente.node.journal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
