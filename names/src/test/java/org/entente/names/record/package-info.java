@NullMarked
package org.entente.names.record;

import org.jspecify.annotations.NullMarked;
