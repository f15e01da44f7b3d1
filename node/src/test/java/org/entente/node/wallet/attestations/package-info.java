@NullMarked
package org.entente.node.wallet.attestations;

import org.jspecify.annotations.NullMarked;
