@NullMarked
package org.entente.names.key;

import org.jspecify.annotations.NullMarked;
