@NullMarked
package org.entente.protocols.tlog;

import org.jspecify.annotations.NullMarked;
