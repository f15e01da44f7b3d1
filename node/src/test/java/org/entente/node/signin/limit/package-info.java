@NullMarked
package org.entente.node.signin.limit;

import org.jspecify.annotations.NullMarked;
