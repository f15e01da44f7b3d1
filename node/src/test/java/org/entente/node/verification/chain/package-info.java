@NullMarked
package org.entente.node.verification.chain;

import org.jspecify.annotations.NullMarked;
