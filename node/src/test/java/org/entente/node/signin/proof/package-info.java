@NullMarked
package org.entente.node.signin.proof;

import org.jspecify.annotations.NullMarked;
