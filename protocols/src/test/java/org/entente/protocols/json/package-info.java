@NullMarked
package org.entente.protocols.json;

import org.jspecify.annotations.NullMarked;
