@NullMarked
package org.entente.protocols.jose;

import org.jspecify.annotations.NullMarked;
