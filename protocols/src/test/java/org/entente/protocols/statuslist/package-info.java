@NullMarked
package org.entente.protocols.statuslist;

import org.jspecify.annotations.NullMarked;
