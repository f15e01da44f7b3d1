@NullMarked
package org.entente.node.issuance.revocation;

import org.jspecify.annotations.NullMarked;
