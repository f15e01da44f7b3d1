@NullMarked
package org.entente.node.signin.expiry;

import org.jspecify.annotations.NullMarked;
