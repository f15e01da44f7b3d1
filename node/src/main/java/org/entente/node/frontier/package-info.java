/**
 * The only door between governments. Out: signed messages of a closed list of types, each with a strict schema, and
 * public documents. In: the same, and the documents that others publish, mirrored on a fixed schedule whether used or
 * not. Everything that crosses is recorded in the journal. Decides nothing about what a message says, and never carries
 * personal information.
 */
@ApplicationModule(
        displayName = "Frontier",
        allowedDependencies = {"kernel", "outside", "limits", "keys", "journal", "web"})
@NullMarked
package org.entente.node.frontier;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
