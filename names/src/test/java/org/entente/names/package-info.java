@NullMarked
package org.entente.names;

import org.jspecify.annotations.NullMarked;
