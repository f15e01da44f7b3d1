@NullMarked
package org.entente.node.signin.token;

import org.jspecify.annotations.NullMarked;
