@NullMarked
package org.entente.names.barrier.source;

import org.jspecify.annotations.NullMarked;
