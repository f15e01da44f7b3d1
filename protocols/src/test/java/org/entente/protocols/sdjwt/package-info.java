@NullMarked
package org.entente.protocols.sdjwt;

import org.jspecify.annotations.NullMarked;
