@NullMarked
package org.entente.protocols.dcql;

import org.jspecify.annotations.NullMarked;
