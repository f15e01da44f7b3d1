@NullMarked
package org.entente.node.verification.asking;

import org.jspecify.annotations.NullMarked;
