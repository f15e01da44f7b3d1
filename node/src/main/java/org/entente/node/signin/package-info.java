/**
 * Who acts here: sign-in of persons by passkey, by a code in their mail or by a recovery code, sessions, and the OAuth
 * authorization server with the check of its tokens. Proves possession of a mailbox, a secret or a key; never who
 * somebody is in a register, and never what somebody may do beyond a scope.
 */
@ApplicationModule(
        displayName = "Sign-in",
        allowedDependencies = {"kernel", "limits", "people", "keys", "journal", "web"})
@NullMarked
package org.entente.node.signin;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
