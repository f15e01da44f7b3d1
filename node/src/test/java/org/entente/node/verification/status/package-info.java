@NullMarked
package org.entente.node.verification.status;

import org.jspecify.annotations.NullMarked;
