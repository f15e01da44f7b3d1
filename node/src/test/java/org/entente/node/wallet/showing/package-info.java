@NullMarked
package org.entente.node.wallet.showing;

import org.jspecify.annotations.NullMarked;
