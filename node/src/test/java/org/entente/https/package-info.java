@NullMarked
package org.entente.https;

import org.jspecify.annotations.NullMarked;
