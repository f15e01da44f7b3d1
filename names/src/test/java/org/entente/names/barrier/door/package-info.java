@NullMarked
package org.entente.names.barrier.door;

import org.jspecify.annotations.NullMarked;
