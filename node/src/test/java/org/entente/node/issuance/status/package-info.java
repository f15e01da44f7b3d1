@NullMarked
package org.entente.node.issuance.status;

import org.jspecify.annotations.NullMarked;
