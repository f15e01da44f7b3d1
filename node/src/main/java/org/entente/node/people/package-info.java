/**
 * Persons and their accounts, and the notices that reach them by mail. A person is an e-mail address here, nothing
 * more: who the person is in a register, and how a sign-in is proven, is not known in this room.
 */
@ApplicationModule(
        displayName = "People",
        allowedDependencies = {"kernel", "journal", "web"})
@NullMarked
package org.entente.node.people;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
