@NullMarked
package org.entente.protocols.x509;

import org.jspecify.annotations.NullMarked;
