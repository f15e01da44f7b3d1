@NullMarked
package org.entente.node.issuance.metadata;

import org.jspecify.annotations.NullMarked;
