@NullMarked
package org.entente.node.issuance.family;

import org.jspecify.annotations.NullMarked;
