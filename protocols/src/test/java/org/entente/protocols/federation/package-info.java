@NullMarked
package org.entente.protocols.federation;

import org.jspecify.annotations.NullMarked;
