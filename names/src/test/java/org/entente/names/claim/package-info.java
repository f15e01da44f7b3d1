@NullMarked
package org.entente.names.claim;

import org.jspecify.annotations.NullMarked;
