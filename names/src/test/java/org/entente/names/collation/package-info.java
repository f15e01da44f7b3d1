@NullMarked
package org.entente.names.collation;

import org.jspecify.annotations.NullMarked;
