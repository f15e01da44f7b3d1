@NullMarked
package org.entente.node.signin;

import org.jspecify.annotations.NullMarked;
