@NullMarked
package org.entente.node.signin.refresh;

import org.jspecify.annotations.NullMarked;
