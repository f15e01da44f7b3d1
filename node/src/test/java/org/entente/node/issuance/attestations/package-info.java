@NullMarked
package org.entente.node.issuance.attestations;

import org.jspecify.annotations.NullMarked;
