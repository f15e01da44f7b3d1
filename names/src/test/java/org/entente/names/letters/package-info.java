@NullMarked
package org.entente.names.letters;

import org.jspecify.annotations.NullMarked;
