@NullMarked
package org.entente.names.barrier.report;

import org.jspecify.annotations.NullMarked;
