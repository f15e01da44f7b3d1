@NullMarked
package org.entente.protocols.oid4vp;

import org.jspecify.annotations.NullMarked;
