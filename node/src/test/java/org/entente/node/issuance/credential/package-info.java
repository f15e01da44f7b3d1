@NullMarked
package org.entente.node.issuance.credential;

import org.jspecify.annotations.NullMarked;
