@NullMarked
package org.entente.node.verification.check;

import org.jspecify.annotations.NullMarked;
