@NullMarked
package org.entente.names.inventory;

import org.jspecify.annotations.NullMarked;
