@NullMarked
package org.entente.names.json;

import org.jspecify.annotations.NullMarked;
