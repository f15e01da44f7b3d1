/** Sign-in by a one-time code in a mail. Knows no password and never tells whether an address has an account. */
@NullMarked
package org.entente.node.signin.code;

import org.jspecify.annotations.NullMarked;
