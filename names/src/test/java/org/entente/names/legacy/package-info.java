@NullMarked
package org.entente.names.legacy;

import org.jspecify.annotations.NullMarked;
