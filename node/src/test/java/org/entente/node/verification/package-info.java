@NullMarked
package org.entente.node.verification;

import org.jspecify.annotations.NullMarked;
