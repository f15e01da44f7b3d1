@NullMarked
package org.entente.node.wallet.receiving;

import org.jspecify.annotations.NullMarked;
