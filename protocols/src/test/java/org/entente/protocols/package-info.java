@NullMarked
package org.entente.protocols;

import org.jspecify.annotations.NullMarked;
