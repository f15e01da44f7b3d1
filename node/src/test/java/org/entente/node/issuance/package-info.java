@NullMarked
package org.entente.node.issuance;

import org.jspecify.annotations.NullMarked;
