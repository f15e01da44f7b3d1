@NullMarked
package org.entente.node.signin.recovery;

import org.jspecify.annotations.NullMarked;
