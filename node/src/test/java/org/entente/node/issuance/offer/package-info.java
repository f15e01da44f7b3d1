@NullMarked
package org.entente.node.issuance.offer;

import org.jspecify.annotations.NullMarked;
