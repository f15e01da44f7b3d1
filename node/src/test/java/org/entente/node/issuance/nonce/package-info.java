@NullMarked
package org.entente.node.issuance.nonce;

import org.jspecify.annotations.NullMarked;
