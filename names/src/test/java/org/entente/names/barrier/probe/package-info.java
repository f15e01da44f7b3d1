@NullMarked
package org.entente.names.barrier.probe;

import org.jspecify.annotations.NullMarked;
