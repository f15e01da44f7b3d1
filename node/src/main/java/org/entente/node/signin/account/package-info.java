/** One's own sign-in at a glance: ways in, and where one is signed in. What is changed is changed by the feature itself. */
@NullMarked
package org.entente.node.signin.account;

import org.jspecify.annotations.NullMarked;
