@NullMarked
package org.entente.names.barrier;

import org.jspecify.annotations.NullMarked;
