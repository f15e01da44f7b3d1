@NullMarked
package org.entente.protocols.oid4vci;

import org.jspecify.annotations.NullMarked;
