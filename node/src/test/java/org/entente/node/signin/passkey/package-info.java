@NullMarked
package org.entente.node.signin.passkey;

import org.jspecify.annotations.NullMarked;
