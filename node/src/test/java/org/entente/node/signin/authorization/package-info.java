@NullMarked
package org.entente.node.signin.authorization;

import org.jspecify.annotations.NullMarked;
