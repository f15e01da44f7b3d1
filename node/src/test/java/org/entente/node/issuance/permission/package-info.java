@NullMarked
package org.entente.node.issuance.permission;

import org.jspecify.annotations.NullMarked;
